using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Problems;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>What a receipt tells of an issue, as far as it is known without reading the issue.</summary>
/// <param name="Stage">How far it has come.</param>
/// <param name="File">What has become of its file; null where that is not known.</param>
/// <param name="Approval">What an editor has decided; null where nobody has, or where no approval is wanted.</param>
/// <param name="WantsApproval">True where it does not go out without one.</param>
/// <param name="HaltedBy">Who has paused publishing, where that keeps it waiting.</param>
/// <param name="HeldUntil">The end of its undo window, while that lasts.</param>
/// <param name="IsOverdue">True where its hour has come.</param>
/// <param name="RetryAt">When it is tried again, where that is a while.</param>
internal sealed record ReceiptFacts(
    PublicationStage Stage, FileMark? File, Approval? Approval, bool WantsApproval, string? HaltedBy, DateTimeOffset? HeldUntil, bool IsOverdue, DateTimeOffset? RetryAt)
{
    /// <summary>How far its pushes have come, in steps; null where nobody has subscribed.</summary>
    public PushProgress? Pushes { get; init; }

    /// <summary>True where an editor has approved what it says now.</summary>
    public bool IsApproved => Approval?.Covers(Stage.Fingerprint) == true;

    /// <summary>True where it waits for an editor.</summary>
    public bool Asks => WantsApproval && !IsApproved && Stage.State == PublicationState.Scheduled;

    /// <summary>Tells apart what the receipt says: with the same facts the same receipt.</summary>
    public string ToStamp()
    {
        object?[] parts =
        [
            Stage.File, Stage.Fingerprint, Stage.Revision, Stage.State, Stage.DueAt?.UtcTicks, Stage.PublishedAt?.UtcTicks, Stage.RetractedBy, Stage.Paused,
            Stage.Paused is not null || RetryAt is not null ? Stage.Error : null, File?.Hash, File?.IsMissing, File?.Note,
            Approval?.Fingerprint, Approval?.Verdict, Approval?.EditorName, Approval?.At.UtcTicks, Asks, HaltedBy, HeldUntil?.UtcTicks, IsOverdue, RetryAt?.UtcTicks,
        ];
        if (Pushes is not null)
            parts = [.. parts, Pushes];
        return Notice.StampOf(string.Join('\n', parts.Select(p => Convert.ToString(p, CultureInfo.InvariantCulture))));
    }
}

/// <summary>What the receipt shows of the issue itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Messages">Its messages.</param>
/// <param name="Posts">The addresses of those that are on the channel, in order.</param>
/// <param name="Warnings">What is odd about its file.</param>
internal sealed record ReceiptBody(string Title, ImmutableArray<DigestMessage> Messages, ImmutableArray<string> Posts, ImmutableArray<Problem> Warnings);
