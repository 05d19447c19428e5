using System.Collections.Immutable;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>How full-text search is written for an engine. A story's rows have its recency for their <c>rowid</c>.</summary>
internal abstract class SearchSyntax
{
    /// <summary>Adds a story: parameters <c>@recency</c>, and <c>@words</c> and <c>@headline</c> as <see cref="Document"/> writes them.</summary>
    public abstract string Insert { get; }

    /// <summary>Takes a story out: parameter <c>@recency</c>.</summary>
    public abstract string Delete { get; }

    /// <summary>Packs the index after much was added, so that it is looked up in one place; null where the engine does that itself.</summary>
    public abstract string? Pack { get; }

    /// <summary>Statements that each pack a little of what was added since, and write hardly anything where there is nothing to pack; none where the engine does that itself.</summary>
    public abstract ImmutableArray<string> PackSome { get; }

    /// <summary>The rows of a tier, as what follows <c>from</c>. Parameters: <c>@Tier</c> and <c>@All</c>, the expressions of the tier and of all hits, and <c>@First</c> and <c>@Last</c>, the recencies.</summary>
    public abstract string Rows(SearchTier tier, SearchMatch match);

    /// <summary>Writes tokens to be indexed.</summary>
    public abstract string Document(IReadOnlyList<string> tokens);

    /// <summary>Writes a query.</summary>
    /// <param name="query">The query, its tags as the index has them.</param>
    /// <param name="isNamed">True where the terms together name a tag that there is.</param>
    public SearchMatch Match(SearchQuery query, bool isNamed)
    {
        var name = isNamed ? query.Name : null;
        var dates = query.Dates ?? DateSpan.Always;
        var exact = query with { Terms = [.. query.Terms.Select(t => t.Exact)] };
        var all = new SearchTier(InHeadline: false, Expression(query, name));
        var asTyped = new SearchTier(InHeadline: false, Expression(exact, name));
        var headline = new SearchTier(InHeadline: true, Headline(query));
        ImmutableArray<SearchTier> better = query.Terms.IsEmpty ? [] : asTyped == all ? [headline] : [headline with { Expression = Headline(exact) }, headline, asTyped];
        return new SearchMatch(
            all,
            better,
            Recency.LowestOf(dates.First),
            Recency.HighestOf(dates.Last),
            query.Dates is not null,
            !(query.Tags.IsEmpty && query.Excluded.IsEmpty && query.ExcludedTags.IsEmpty));
    }

    /// <summary>The word between two conditions that must both hold.</summary>
    protected abstract string And { get; }

    /// <summary>The word between two conditions of which one must hold.</summary>
    protected abstract string Or { get; }

    /// <summary>What every story matches.</summary>
    protected abstract string Everything { get; }

    /// <summary>Both what must hold and what must not.</summary>
    protected abstract string Without(string wanted, string excluded);

    /// <summary>Tokens side by side.</summary>
    protected abstract string Phrase(SearchPhrase phrase);

    /// <summary>A single token.</summary>
    protected abstract string Token(string token);

    private string Expression(SearchQuery query, TagName? name)
    {
        var wanted = query.Terms.IsEmpty ? [] : new List<string> { Either(Headline(query), name) };
        wanted.AddRange(query.Tags.Select(Tag));
        var all = wanted.Count == 0 ? Everything : string.Join(And, wanted);
        var excluded = query.Excluded.Select(Term).Concat(query.ExcludedTags.Select(Tag)).ToList();
        return excluded.Count == 0 ? all : Without(all, string.Join(Or, excluded));
    }

    private string Either(string terms, TagName? name) => name is null ? terms : $"(({terms}){Or}{Tag(name)})";

    private string Headline(SearchQuery query) => string.Join(And, query.Terms.Select(Term));

    private string Term(SearchTerm term) => term.Phrases is [var only] ? Phrase(only) : $"({string.Join(Or, term.Phrases.Select(Phrase))})";

    private string Tag(TagName tag) => Token(TokenStream.Tag(tag));
}
