namespace BotDigest.Bot.Web;

/// <summary>What one series of an instrument has come to: a value, or for a histogram also how the values spread.</summary>
/// <param name="Value">The value, or the sum of all values.</param>
/// <param name="Count">How many values there were.</param>
/// <param name="Buckets">How many of them were at most each limit, and more than the limit before it; empty for what is no histogram.</param>
internal readonly record struct Reading(double Value, long Count, IReadOnlyList<long> Buckets);
