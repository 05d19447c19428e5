using System.Collections.Immutable;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Issues;

/// <summary>Takes in what changes in the folder, for as long as the service runs.</summary>
internal sealed partial class IssueWatch(
    IssueFolder folder,
    IssueImporter importer,
    FileRemovals removals,
    FirstStart firstStart,
    Transaction transaction,
    Leases leases,
    BotIdentity identity,
    EditorDesk desk,
    PublisherSignal publisher,
    Readiness readiness,
    IOptions<TelegramOptions> telegram,
    TimeProvider time,
    ILogger<IssueWatch> log) : BackgroundService
{
    private const string Part = "issues";

    private static readonly TimeSpan StorageRest = TimeSpan.FromSeconds(5);

    private readonly string _channel = ChannelKey.Of(telegram.Value);

    // a lock is given back, and a disk comes back, without the file changing
    private readonly Dictionary<string, FolderEntry> _unread = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unremoved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);
    private bool _couldLook;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // whatever comes from now on is new, even while Telegram has not answered yet
        folder.Begin();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WhenStoredAsync(() => firstStart.AtAsync(_channel, stoppingToken), stoppingToken);
        while (true)
        {
            // digests link to the bot by its name
            await identity.WhenKnownAsync(stoppingToken);
            await leases.Publisher.WaitAsync(stoppingToken);
            // whoever has called before did so without a right
            publisher.Halt();
            using var term = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, leases.Publisher.Held);
            try
            {
                await FollowAsync(term.Token);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                // what this one had begun the other one finds in the folder
            }

            publisher.Halt();
            await leases.Publisher.LookAsync(stoppingToken);
        }
    }

    /// <summary>Takes in what changes in the folder, for as long as this service has the right to publish.</summary>
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var isFirstRun = false;
        _couldLook = false;
        await WhenStoredAsync(async () => isFirstRun = !await firstStart.IsScannedAsync(_channel, cancellationToken), cancellationToken);
        await foreach (var batch in folder.WatchAsync(cancellationToken))
        {
            var reports = await TakeInAsync(batch, name => isFirstRun && folder.WasThere(name), cancellationToken);
            if (isFirstRun && batch.IsFirst)
                await WhenStoredAsync(() => importer.FinishFirstScanAsync(cancellationToken), cancellationToken);
            var hasRetracted = false;
            await WhenStoredAsync(async () => hasRetracted = await FollowRemovalsAsync(batch, cancellationToken), cancellationToken);
            desk.Imported(reports);
            if (batch.IsFirst || !batch.IsEmpty || !batch.IsReadable || hasRetracted || !reports.IsEmpty)
                publisher.Look();
        }
    }

    private async Task<ImmutableArray<ImportReport>> TakeInAsync(FolderBatch batch, Func<string, bool> isOld, CancellationToken cancellationToken)
    {
        var reports = ImmutableArray.CreateBuilder<ImportReport>();
        foreach (var entry in batch.Changed)
        {
            _unread.Remove(entry.Name);
            _unremoved.Remove(entry.Name);
        }

        foreach (var name in batch.Removed)
            _unread.Remove(name);
        foreach (var entry in batch.Changed.AddRange(_unread.Values))
            await ImportAsync(entry);
        ImmutableArray<string> removed = [.. batch.Removed.Union(_unremoved, StringComparer.Ordinal)];
        if (batch.IsFirst)
            await WhenStoredAsync(async () => removed = await removals.ListVanishedAsync(batch.Names, cancellationToken), cancellationToken);
        if (!removed.IsEmpty && !await TryAsync(string.Join(", ", removed), () => transaction.RunAsync(RemoveAsync, cancellationToken), cancellationToken))
            _unremoved.UnionWith(removed);
        else
            _unremoved.Clear();
        foreach (var entry in removed.IsEmpty ? [] : await ListDisputedAsync(cancellationToken))
            await ImportAsync(entry);
        return reports.ToImmutable();

        // how files went is noted with the fact that they went: later nobody could tell
        async Task RemoveAsync()
        {
            foreach (var name in removed)
                await importer.RemoveAsync(name, cancellationToken);
            await removals.NoteAsync(cancellationToken);
        }

        async Task ImportAsync(FolderEntry entry)
        {
            ImportReport? report = null;
            var isDone = await TryAsync(entry.Path, async () => report = await importer.ImportAsync(entry, isOld(entry.Name), cancellationToken), cancellationToken);
            if (isDone && report is not { IsUnread: true })
                _unread.Remove(entry.Name);
            else
                _unread[entry.Name] = entry;
            if (report is not null)
                reports.Add(report);
        }
    }

    private async Task<IReadOnlyList<FolderEntry>> ListDisputedAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FolderEntry> disputed = [];
        await WhenStoredAsync(async () => disputed = await importer.ListDisputedAsync(cancellationToken), cancellationToken);
        return disputed;
    }

    /// <summary>Lets the channel follow files that have gone; while nobody can look, none counts as gone.</summary>
    private async Task<bool> FollowRemovalsAsync(FolderBatch batch, CancellationToken cancellationToken)
    {
        if (batch.IsReadable && _couldLook)
            return await removals.RetractAsync(cancellationToken);
        await removals.RestartAsync(cancellationToken);
        _couldLook = batch.IsReadable;
        return false;
    }

    /// <summary>Does something with one file. Whatever goes wrong, but for the database, stays with that file.</summary>
    /// <returns>False where it went wrong, which is named once.</returns>
    private async Task<bool> TryAsync(string file, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await WhenStoredAsync(work, cancellationToken);
            _faults.Remove(file);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (_faults.GetValueOrDefault(file) != e.Message)
                Failed(file, e);
            _faults[file] = e.Message;
            return false;
        }
    }

    /// <summary>Does something that needs the database, and waits for the database where it cannot be used.</summary>
    private async Task WhenStoredAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        for (var fault = ""; ;)
        {
            try
            {
                await work();
                if (fault.Length > 0)
                    readiness.Up(Part);
                return;
            }
            catch (StorageException e)
            {
                readiness.Down(Part, e.Message);
                if (e.Message != fault)
                    StorageFailed(fault = e.Message);
                await Task.Delay(StorageRest, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(6020, LogLevel.Error, "The folder waits for the database. {Reason} Trying again and again")]
    private partial void StorageFailed(string reason);

    [LoggerMessage(6021, LogLevel.Error, "{File} could not be taken in because of a fault of the program; it is tried again and again")]
    private partial void Failed(string file, Exception exception);
}
