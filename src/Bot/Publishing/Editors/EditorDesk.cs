using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Issues;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Keeps the editors' chat in step with the ledger: receipts, problems of files, reminders, alerts. It only looks, and nothing waits for it: whatever becomes of it, publishing goes on.</summary>
internal sealed partial class EditorDesk(
    NoticeBoard board,
    ReceiptFactsReader reader,
    ReceiptNotices receipts,
    ProblemNotices problems,
    ApprovalReminders reminders,
    IncidentNotices incidents,
    StorageAlarm alarm,
    DeskLanguage language,
    MetaStore meta,
    KnownChats chats,
    Leases leases,
    DeskSignal signal,
    IOptions<TelegramOptions> telegram,
    TimeProvider time,
    ILogger<EditorDesk> log) : BackgroundService
{
    // a file that is found and published at once is one message, not three
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FaultRest = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<DateOnly, bool> _touched = [];
    private DateTimeOffset? _since;

    /// <summary>Takes note of files that were read.</summary>
    public void Imported(ImmutableArray<ImportReport> reports)
    {
        foreach (var report in reports)
        {
            if (report.Date is { } date)
                _touched[date] = true;
        }

        signal.Look();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (telegram.Value.EditorsChat is not { Length: > 0 })
            return;
        var isFaulty = false;
        long? fence = null;
        while (true)
        {
            var rest = LongestRest;
            try
            {
                // what this one knows of the chat is old once another one has been there
                if (leases.Publisher.IsOurs && fence != leases.Publisher.Fence)
                    board.Close();
                fence = leases.Publisher.Fence;
                if (leases.Publisher.IsOurs && chats.Editors is { } editors)
                    await KeepAsync(editors.Id, stoppingToken);
                isFaulty = false;
            }
            catch (LeaseLostException)
            {
                await leases.Publisher.LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                rest = FaultRest;
                // the publisher tells of the database
                if (!isFaulty && e is not StorageException)
                    Failed(e);
                isFaulty = true;
            }

            await signal.WaitAsync(rest, time, stoppingToken);
            await Task.Delay(Settle, time, stoppingToken);
        }
    }

    /// <summary>Brings everything to what is the case now.</summary>
    internal async Task KeepAsync(long chat, CancellationToken cancellationToken)
    {
        await alarm.WatchAsync(chat, language.Texts, cancellationToken);
        await board.OpenAsync(chat, cancellationToken);
        await board.SaveRestAsync(cancellationToken);
        _since ??= await SinceAsync(chat, cancellationToken);
        var texts = await language.ReadAsync(chat, cancellationToken);
        var touched = Touched();
        var facts = receipts.Select(await reader.ReadAsync(cancellationToken), _since.Value, touched);
        await incidents.KeepAsync(facts, texts, cancellationToken);
        await receipts.KeepAsync(facts, texts, cancellationToken);
        var received = facts.Select(f => f.Stage.File).ToHashSet(StringComparer.Ordinal);
        await problems.KeepAsync(texts, received.Contains, cancellationToken);
        await reminders.KeepAsync(facts, texts, cancellationToken);
    }

    private HashSet<DateOnly> Touched()
    {
        var dates = new HashSet<DateOnly>();
        foreach (var date in _touched.Keys)
        {
            if (_touched.TryRemove(date, out _))
                dates.Add(date);
        }

        return dates;
    }

    /// <summary>The moment from which on issues get receipts: those that were published before there was a desk have none.</summary>
    private async Task<DateTimeOffset> SinceAsync(long chat, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var stored = await meta.SetOnceAsync(string.Create(CultureInfo.InvariantCulture, $"desk_since:{chat}"), now, cancellationToken);
        return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(stored, CultureInfo.InvariantCulture));
    }

    [LoggerMessage(5044, LogLevel.Error, "The editors' chat could not be brought up to date and is tried again shortly")]
    private partial void Failed(Exception exception);
}
