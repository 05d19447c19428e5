using System.Collections.Immutable;

namespace BotDigest.Bot.Storage;

/// <summary>A query in the engine's language.</summary>
/// <param name="All">All hits.</param>
/// <param name="Better">The tiers that are shown before the rest of the hits, the best first.</param>
/// <param name="First">The lowest recency.</param>
/// <param name="Last">The highest recency.</param>
/// <param name="HasDates">True where the recencies limit the hits.</param>
/// <param name="HasConditions">True where a hit must be more than its terms: have a tag, or not have something.</param>
internal sealed record SearchMatch(SearchTier All, ImmutableArray<SearchTier> Better, long First, long Last, bool HasDates, bool HasConditions);
