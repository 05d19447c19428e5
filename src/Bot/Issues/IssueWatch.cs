using System.Collections.Immutable;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Issues;

/// <summary>Takes in what changes in the folder, for as long as the service runs.</summary>
internal sealed partial class IssueWatch(
    IssueFolder folder,
    IssueImporter importer,
    FirstStart firstStart,
    Rehearsal rehearsal,
    BotIdentity identity,
    EditorNotices notices,
    PublisherSignal publisher,
    IOptions<TelegramOptions> telegram,
    TimeProvider time,
    ILogger<IssueWatch> log) : BackgroundService
{
    private static readonly TimeSpan StorageRest = TimeSpan.FromSeconds(5);

    private readonly string _channel = ChannelKey.Of(telegram.Value);

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
        await firstStart.AtAsync(_channel, stoppingToken);
        var isFirstRun = !await firstStart.IsScannedAsync(_channel, stoppingToken);
        await rehearsal.RunAsync(stoppingToken);
        // digests link to the bot by its name
        await identity.WhenKnownAsync(stoppingToken);
        await foreach (var batch in folder.WatchAsync(stoppingToken))
        {
            var reports = await TakeInAsync(batch, name => isFirstRun && folder.WasThere(name), stoppingToken);
            if (isFirstRun && batch.IsFirst)
                await importer.FinishFirstScanAsync(reports, stoppingToken);
            notices.Imported(reports);
            publisher.Look();
        }
    }

    private async Task<ImmutableArray<ImportReport>> TakeInAsync(FolderBatch batch, Func<string, bool> isOld, CancellationToken cancellationToken)
    {
        var reports = ImmutableArray.CreateBuilder<ImportReport>();
        foreach (var entry in batch.Changed)
        {
            if (await TryAsync(entry.Path, async () => await importer.ImportAsync(entry, isOld(entry.Name), cancellationToken), cancellationToken) is { } report)
                reports.Add(report);
        }

        foreach (var name in batch.Removed)
            await TryAsync(name, () => RemoveAsync(name, cancellationToken), cancellationToken);
        foreach (var entry in batch.Removed.IsEmpty ? [] : await importer.ListDisputedAsync(cancellationToken))
        {
            if (await TryAsync(entry.Path, async () => await importer.ImportAsync(entry, isOld(entry.Name), cancellationToken), cancellationToken) is { } report)
                reports.Add(report);
        }

        return reports.ToImmutable();
    }

    private async Task<ImportReport?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        await importer.RemoveAsync(name, cancellationToken);
        return null;
    }

    /// <summary>Does something with one file. A database that cannot be used is waited for; whatever else goes wrong stays with that file.</summary>
    private async Task<ImportReport?> TryAsync(string file, Func<Task<ImportReport?>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (StorageException e)
            {
                StorageFailed(file, e.Message);
                await Task.Delay(StorageRest, time, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(file, e);
                return null;
            }
        }
    }

    [LoggerMessage(6020, LogLevel.Error, "{File} cannot be taken in yet. {Reason} Trying again")]
    private partial void StorageFailed(string file, string reason);

    [LoggerMessage(6021, LogLevel.Error, "{File} could not be taken in because of a fault of the program; it is read again when it changes")]
    private partial void Failed(string file, Exception exception);
}
