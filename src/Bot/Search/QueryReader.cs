using System.Collections.Immutable;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Search;

/// <summary>Reads what a subscriber typed.</summary>
/// <param name="today">The reader's date.</param>
/// <param name="vocabulary">The names that have several spellings.</param>
internal sealed class QueryReader(DateOnly today, Vocabulary vocabulary)
{
    // At the ends of a word these are the sentence's, not the word's. What names are made of (C++, C#, .NET, 97.9%) stays.
    private const string SentenceMarks = ",;:!?()[]{}<>\"'`*|~^、。《》〈〉「」『』【】〔〕“”‘’·";

    private static readonly char[] LeadingMarks = [.. SentenceMarks, '#'];

    private static readonly char[] TrailingMarks = [.. SentenceMarks, '.'];

    private readonly List<SearchTerm> _terms = [];
    private readonly List<SearchTerm> _excluded = [];
    private readonly List<TagName> _tags = [];
    private readonly List<TagName> _excludedTags = [];
    private readonly List<string> _plain = [];
    private DateSpan? _dates;
    private bool _quotes;

    internal SearchQuery Read(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        foreach (var word in QueryWords.Cut(line))
            Add(word);
        var query = ToQuery();
        return query.IsEmpty ? Literal(line) : query;
    }

    /// <summary>A text that only excludes, as <c>-5</c>, or holds but marks, is looked for as it stands.</summary>
    private SearchQuery Literal(string text)
    {
        _excluded.Clear();
        _excludedTags.Clear();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            AddPlain(word, Bare(word) is { Length: > 0 } bare ? bare : FoldedText.Of(word));
        return ToQuery();
    }

    private SearchQuery ToQuery()
    {
        var plain = string.Join(' ', _plain);
        return new SearchQuery
        {
            Terms = Distinct(_terms),
            Excluded = Distinct(_excluded),
            Tags = [.. _tags],
            ExcludedTags = [.. _excludedTags],
            Dates = _dates,
            Name = _terms.Count == 0 || _quotes ? null : Tag(plain),
        };
    }

    private void Add(QueryWord word)
    {
        if (word.Key == "tag" && Tag(word.Text) is { Folded.Length: > 0 } tag)
            (word.IsExcluded ? _excludedTags : _tags).Add(tag);
        else if (word is { Key: "from" or "to" or "on", IsExcluded: false } && DateSpan.TryParse(word.Text, today, out var span))
            Limit(word.Key, span);
        else if (word is { IsQuoted: true, Key: "" })
            AddQuoted(word);
        else if (word is { IsExcluded: true, Key: "" })
            AddTo(_excluded, Term(Bare(word.Text)));
        else
            AddPlain(word.Typed, Bare(word.Typed));
    }

    private void AddQuoted(QueryWord word)
    {
        var term = SearchPhrase.Of(FoldedText.Of(word.Text)) is { } phrase ? new SearchTerm([phrase.Whole]) : null;
        AddTo(word.IsExcluded ? _excluded : _terms, term);
        _quotes |= !word.IsExcluded && term is not null;
    }

    private void AddPlain(string typed, string folded)
    {
        if (AddTo(_terms, Term(folded)))
            _plain.Add(typed);
    }

    private void Limit(string key, DateSpan span)
    {
        var limit = key switch
        {
            "from" => DateSpan.Always with { First = span.First },
            "to" => DateSpan.Always with { Last = span.Last },
            _ => span,
        };
        _dates = (_dates ?? DateSpan.Always).And(limit);
    }

    private static bool AddTo(List<SearchTerm> terms, SearchTerm? term)
    {
        if (term is null)
            return false;
        terms.Add(term);
        return true;
    }

    /// <summary>A word with the other names of what it names.</summary>
    private SearchTerm? Term(string folded)
    {
        if (SearchPhrase.Of(folded) is not { } typed)
            return null;
        var others = Spellings(folded).Select(FoldedText.Of).Where(s => s != folded).Distinct(StringComparer.Ordinal).Select(SearchPhrase.Of).OfType<SearchPhrase>();
        return new SearchTerm([typed, .. others.Select(o => o.Whole)]);
    }

    private IEnumerable<string> Spellings(string name) =>
        vocabulary.Canonical(name) is { } canonical ? vocabulary.Entries.First(e => e.Name == canonical) is var entry ? entry.Aliases.Prepend(entry.Name) : [] : [];

    private TagName Tag(string name)
    {
        // Half surrogates and noncharacters, which a vocabulary refuses, are no part of a name.
        var visible = string.Concat(name.EnumerateRunes().Where(r => CharacterKinds.Of(r) != CharacterKind.Ignored)).TrimStart('#', '＃');
        return TagName.Of(vocabulary.Canonical(visible) ?? vocabulary.Canonical(FoldedText.Of(visible)) ?? visible);
    }

    private static ImmutableArray<SearchTerm> Distinct(List<SearchTerm> terms) => [.. terms.DistinctBy(t => (t.Typed.Text, t.Typed.End))];

    /// <summary>A word without the marks at its ends; empty where it has nothing else.</summary>
    private static string Bare(string word)
    {
        var folded = FoldedText.Of(word);
        return folded == "-" ? "" : folded.TrimStart(LeadingMarks).TrimEnd(TrailingMarks);
    }
}
