using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>How full-text search is written for an engine. A story's rows have its recency for their <c>rowid</c>.</summary>
internal abstract class SearchSyntax
{
    /// <summary>Adds a story: parameters <c>@recency</c>, and <c>@words</c> and <c>@headline</c> as <see cref="Document"/> writes them.</summary>
    public abstract string Insert { get; }

    /// <summary>Takes a story out: parameter <c>@recency</c>.</summary>
    public abstract string Delete { get; }

    /// <summary>The rows of a tier, as what follows <c>from</c>: parameters <c>@All</c> and <c>@Terms</c>.</summary>
    public abstract string Rows(SearchTier tier);

    /// <summary>Writes tokens to be indexed.</summary>
    public abstract string Document(IReadOnlyList<string> tokens);

    /// <summary>Writes the terms of a query, all of which must be there.</summary>
    public string Terms(SearchQuery query) => string.Join(And, query.Terms.Select(Phrase));

    /// <summary>Writes the terms of a query, or else the tag that it names.</summary>
    public abstract string TermsOrTag(SearchQuery query);

    /// <summary>The word between two conditions that must both hold.</summary>
    protected abstract string And { get; }

    /// <summary>Tokens side by side.</summary>
    protected abstract string Phrase(SearchTerm term);
}
