using System.Collections.Immutable;

namespace BotDigest.Bot.Search;

/// <summary>What a subscriber looks for: every term must be in the story, or all of them together name one of its tags.</summary>
/// <param name="Terms">The terms; none where the text holds nothing to look for.</param>
/// <param name="Tag">The tag that the whole text would name.</param>
internal sealed record SearchQuery(ImmutableArray<SearchTerm> Terms, TagName Tag)
{
    /// <summary>Longer queries are cut here.</summary>
    internal const int LongestQuery = 256;

    // At the ends of a word these are the sentence's, not the word's. What names are made of (C++, C#, .NET, 97.9%) stays.
    private const string SentenceMarks = ",;:!?()[]{}<>\"'`*|~^、。《》〈〉「」『』【】〔〕“”‘’·";

    private static readonly char[] LeadingMarks = [.. SentenceMarks, '#'];

    private static readonly char[] TrailingMarks = [.. SentenceMarks, '.'];

    /// <summary>Reads what a subscriber typed; there is no syntax to get wrong.</summary>
    internal static SearchQuery Parse(string text)
    {
        var typed = Shorten(text);
        var terms = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Bare).Select(SearchTerm.Of).OfType<SearchTerm>();
        var distinct = terms.DistinctBy(t => t.Text, StringComparer.Ordinal).ToImmutableArray();
        return new SearchQuery(distinct, TagName.Of(typed));
    }

    private static string Bare(string word)
    {
        var folded = FoldedText.Of(word);
        var bare = folded.TrimStart(LeadingMarks).TrimEnd(TrailingMarks);
        return bare.Length == 0 ? folded : bare;
    }

    private static string Shorten(string text)
    {
        if (text.Length <= LongestQuery)
            return text;
        return text[..(char.IsHighSurrogate(text[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];
    }
}
