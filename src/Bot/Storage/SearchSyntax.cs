using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>How full-text search is written for an engine. Both keep a row a story in <c>story_search</c>, whose <c>rowid</c> is the story's recency.</summary>
internal abstract class SearchSyntax
{
    /// <summary>Adds a row: parameters of <see cref="Row"/>.</summary>
    public abstract string Insert { get; }

    /// <summary>The condition of a hit; its parameter <c>@match</c> is what <see cref="Match"/> writes.</summary>
    public abstract string Hits { get; }

    /// <summary>The parameters of <see cref="Insert"/>.</summary>
    /// <param name="recency">The story's recency.</param>
    /// <param name="document">The story's tokens.</param>
    public abstract object Row(long recency, SearchDocument document);

    /// <summary>Writes a query in the engine's language.</summary>
    /// <param name="query">A query with at least one term.</param>
    /// <param name="tier">The hits wanted.</param>
    public string Match(SearchQuery query, SearchTier tier)
    {
        var all = Or(string.Join(And, query.Terms.Select(t => Phrase(t, inHeadline: false))), Word(query.Tag));
        var headline = string.Join(And, query.Terms.Select(t => Phrase(t, inHeadline: true)));
        return tier switch
        {
            SearchTier.All => all,
            SearchTier.Headline => headline,
            SearchTier.Rest => Except(all, headline),
            _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
        };
    }

    /// <summary>The word between two conditions that must both hold.</summary>
    protected abstract string And { get; }

    /// <summary>A token by itself.</summary>
    protected abstract string Word(string token);

    /// <summary>Tokens side by side.</summary>
    protected abstract string Phrase(SearchTerm term, bool inHeadline);

    /// <summary>One condition or the other.</summary>
    protected abstract string Or(string one, string other);

    /// <summary>The first condition without the second.</summary>
    protected abstract string Except(string one, string other);
}
