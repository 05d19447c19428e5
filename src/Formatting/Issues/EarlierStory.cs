namespace BotDigest.Formatting.Issues;

/// <summary>A story of an earlier issue, as far as telling it again is concerned.</summary>
/// <param name="HeadlineKey">What <see cref="StoryKey.OfHeadline"/> makes of its headline.</param>
/// <param name="UrlKey">What <see cref="StoryKey.OfUrl"/> makes of its address.</param>
/// <param name="Date">The date of its issue.</param>
/// <param name="Place">Where it stands, for people: its file, and the line where that is known.</param>
/// <param name="Headline">Its headline where that is known: one that differs in a number (1.5, 15) is another.</param>
public readonly record struct EarlierStory(long HeadlineKey, long UrlKey, DateOnly Date, string Place, string? Headline = null);
