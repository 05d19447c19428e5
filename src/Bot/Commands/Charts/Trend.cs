using System.Collections.Immutable;

namespace BotDigest.Bot.Commands.Charts;

/// <summary>How often a name was in the news, week by week.</summary>
/// <param name="Name">The name.</param>
/// <param name="Counts">The stories of each week, the oldest week first.</param>
internal sealed record Trend(string Name, ImmutableArray<int> Counts)
{
    /// <summary>All stories.</summary>
    internal int Total => Counts.Sum();
}
