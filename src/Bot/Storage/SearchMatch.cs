namespace BotDigest.Bot.Storage;

/// <summary>A query in the engine's language: the parameters of <see cref="SearchSyntax.Rows"/>.</summary>
/// <param name="All">What every hit matches.</param>
/// <param name="Exact">What a hit that holds the terms as typed matches.</param>
/// <param name="Headline">What the headline of a hit of the first tiers matches; empty without terms.</param>
/// <param name="HeadlineExact">What it matches where it holds the terms as typed.</param>
/// <param name="First">The lowest recency.</param>
/// <param name="Last">The highest recency.</param>
/// <param name="HasDates">True where the recencies limit the hits.</param>
/// <param name="HasConditions">True where a hit must be more than its terms: have a tag, or not have something.</param>
internal sealed record SearchMatch(string All, string Exact, string Headline, string HeadlineExact, long First, long Last, bool HasDates, bool HasConditions)
{
    private static readonly SearchTier[] Whole = [SearchTier.All];

    private static readonly SearchTier[] ByHeadline = [SearchTier.Headline, SearchTier.Rest];

    private static readonly SearchTier[] ByHeadlineAndExactness = [SearchTier.HeadlineExact, SearchTier.HeadlineLoose, SearchTier.RestExact, SearchTier.RestLoose];

    /// <summary>The tiers in which the hits are shown.</summary>
    internal IReadOnlyList<SearchTier> Tiers => Headline.Length == 0 ? Whole : Exact == All ? ByHeadline : ByHeadlineAndExactness;
}
