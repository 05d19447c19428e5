using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Reads how far issues have come, as editors want to know it.</summary>
internal sealed class ReceiptFactsReader(
    PublicationStore publications,
    FileStore files,
    ApprovalStore approvals,
    PushStore pushes,
    PublicationGate gate,
    IOptions<PublishingOptions> options,
    IOptions<TelegramOptions> telegram,
    TimeProvider time)
{
    // pushes are counted, and in a large broadcast counting takes a while
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(10);

    // shorter waits are the usual pace
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(30);

    private readonly string _channel = ChannelKey.Of(telegram.Value);
    private IReadOnlyDictionary<DateOnly, PushProgress> _progress = new Dictionary<DateOnly, PushProgress>();
    private DateTimeOffset _countAt;

    /// <summary>Reads the facts of all issues, by date.</summary>
    public async Task<IReadOnlyList<ReceiptFacts>> ReadAsync(CancellationToken cancellationToken)
    {
        var stages = await publications.ListStagesAsync(_channel, cancellationToken);
        var marks = (await files.ListMarksAsync(cancellationToken)).ToDictionary(m => m.Name, StringComparer.Ordinal);
        var decided = (await approvals.ListAsync(_channel, cancellationToken)).ToDictionary(a => a.Date);
        var halt = await gate.FindHaltAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (now >= _countAt)
            (_progress, _countAt) = (await pushes.ListProgressAsync(cancellationToken), now + CountEvery);
        return [.. stages.Select(s => Facts(s, marks.GetValueOrDefault(s.File), decided.GetValueOrDefault(s.Date), halt, now))];
    }

    private ReceiptFacts Facts(PublicationStage stage, FileMark? mark, Approval? approval, Halt? halt, DateTimeOffset now)
    {
        var wantsApproval = options.Value.RequireApproval;
        var isOverdue = stage.State == PublicationState.Scheduled && stage.DueAt <= now;
        var facts = new ReceiptFacts(stage, mark, wantsApproval ? approval : null, wantsApproval, null, null, isOverdue, stage.NextAttemptAt > now + LongWait ? stage.NextAttemptAt : null);
        if (facts.Asks)
            return facts;
        var isKept = halt is not null && (isOverdue || stage.State is PublicationState.Publishing or PublicationState.Retracting);
        var heldUntil = isOverdue && stage.DueAt + options.Value.HoldFor is { } until && until > now ? until : (DateTimeOffset?)null;
        var progress = stage.State == PublicationState.Published && _progress.GetValueOrDefault(stage.Date) is { Total: > 0 } counted ? counted.Rounded() : null;
        return facts with { Pushes = progress, HaltedBy = isKept ? halt!.EditorName : null, HeldUntil = heldUntil };
    }
}
