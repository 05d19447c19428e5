using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Storage;

/// <summary>A story that was found.</summary>
/// <param name="Story">The story.</param>
/// <param name="Snippet">A line of its text round the hit, the hit in bold; the beginning of the text where only the headline or a tag has it.</param>
internal sealed record SearchHit(StoredStory Story, FormattedText Snippet);

/// <summary>A page of what was found.</summary>
/// <param name="Total">How many stories there are on all pages.</param>
/// <param name="Hits">Those on this page, best first.</param>
internal sealed record SearchPage(int Total, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>Nothing found.</summary>
    internal static SearchPage Empty { get; } = new(0, []);
}
