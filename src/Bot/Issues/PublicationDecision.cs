using BotDigest.Bot.Publishing;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Issues;

/// <summary>What a file's content makes of its issue's place on the channel.</summary>
/// <param name="State">How far the publication has come.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="RetractedBy">Who took it back.</param>
internal readonly record struct PublicationDecision(PublicationState State, DateTimeOffset? DueAt, RetractedBy? RetractedBy = null)
{
    /// <summary>Decides. Pure.</summary>
    /// <param name="issue">The issue as its file says now.</param>
    /// <param name="existing">Its publication, where there is one.</param>
    /// <param name="isOnChannel">True where the channel shows a message of it.</param>
    /// <param name="timing">When it is due, were it new.</param>
    /// <param name="now">The time of day.</param>
    internal static PublicationDecision Of(Issue issue, Publication? existing, bool isOnChannel, IssueTiming timing, DateTimeOffset now)
    {
        if (existing is { State: PublicationState.Retracting or PublicationState.Retracted, RetractedBy: Publishing.RetractedBy.Hand })
            return new PublicationDecision(existing.State, existing.DueAt, existing.RetractedBy);
        if (issue.Retracted)
            return new PublicationDecision(isOnChannel ? PublicationState.Retracting : PublicationState.Retracted, existing?.DueAt, Publishing.RetractedBy.File);
        if (isOnChannel || existing?.PublishedAt is not null)
            return new PublicationDecision(PublicationState.Publishing, existing?.DueAt ?? now);
        if (issue.Draft)
            return new PublicationDecision(PublicationState.Draft, null);
        var isKept = existing?.State switch
        {
            PublicationState.Publishing => true,
            PublicationState.Scheduled => existing.DueAt == timing.DueAt,
            // what was only indexed stays off the channel, unless its file asks for another hour
            PublicationState.Indexed => issue.PublishAt is null || existing.DueAt == timing.DueAt,
            _ => false,
        };
        if (isKept)
            return new PublicationDecision(existing!.State, existing.DueAt);
        return new PublicationDecision(timing.Verdict == ScheduleVerdict.Publish ? PublicationState.Scheduled : PublicationState.Indexed, timing.DueAt);
    }
}
