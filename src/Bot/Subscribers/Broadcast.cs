using System.Globalization;

namespace BotDigest.Bot.Subscribers;

/// <summary>Something that goes to each subscriber who wants it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Date">The issue; the Monday of a week.</param>
/// <param name="PublishedAt">Since when it can be pushed.</param>
/// <param name="PlannedTo">The last chat whose push has been planned; null before the first.</param>
internal sealed record Broadcast(long Id, BroadcastKind Kind, DateOnly Date, DateTimeOffset PublishedAt, long? PlannedTo)
{
    /// <summary>Its date for logs: <c>2026-01-15</c>.</summary>
    internal string Day => Date.ToString("O", CultureInfo.InvariantCulture);
}
