using System.Collections.Immutable;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Search;

/// <summary>What a subscriber looks for: a story must have every term and tag, or instead of the terms the tag that they name, and nothing that is excluded.</summary>
internal sealed record SearchQuery
{
    /// <summary>Longer queries are cut here.</summary>
    internal const int LongestQuery = 256;

    /// <summary>The terms, all of which a story must hold.</summary>
    public ImmutableArray<SearchTerm> Terms { get; init; } = [];

    /// <summary>The terms, none of which a story may hold.</summary>
    public ImmutableArray<SearchTerm> Excluded { get; init; } = [];

    /// <summary>The tags, all of which a story must have.</summary>
    public ImmutableArray<TagName> Tags { get; init; } = [];

    /// <summary>The tags, none of which a story may have.</summary>
    public ImmutableArray<TagName> ExcludedTags { get; init; } = [];

    /// <summary>The days of its issue, or null.</summary>
    public DateSpan? Dates { get; init; }

    /// <summary>The tag that the terms name together, if there is one of that name; null where a term stands in quotes.</summary>
    public TagName? Name { get; init; }

    /// <summary>True where there is nothing to look for.</summary>
    internal bool IsEmpty => Terms.IsEmpty && Tags.IsEmpty && Dates is null;

    /// <summary>True where words are looked for and nothing else is asked.</summary>
    internal bool IsWordsOnly => !Terms.IsEmpty && Excluded.IsEmpty && Tags.IsEmpty && ExcludedTags.IsEmpty && Dates is null;

    /// <summary>The words that a near tag is looked for by.</summary>
    internal string Words => Tags is [var tag, ..] ? tag.Name : Name?.Name ?? string.Join(' ', Terms.Select(t => t.Typed.Text));

    /// <summary>Reads what a subscriber typed; there is no syntax to get wrong: what cannot be meant is looked for as it stands.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="today">The reader's date.</param>
    /// <param name="vocabulary">The names that have several spellings.</param>
    internal static SearchQuery Parse(string text, DateOnly today, Vocabulary vocabulary) => new QueryReader(today, vocabulary).Read(Shorten(text));

    private static string Shorten(string text)
    {
        if (text.Length <= LongestQuery)
            return text;
        return text[..(char.IsHighSurrogate(text[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];
    }
}
