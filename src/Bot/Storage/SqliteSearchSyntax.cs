using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>FTS5 without content. Headlines have a table of their own: as a column they would cost every posting of the text two bytes, and every query a pass over the text.</summary>
internal sealed class SqliteSearchSyntax : SearchSyntax
{
    /// <inheritdoc/>
    public override string Insert => "insert into story_search (rowid, words) values (@recency, @words); insert into headline_search (rowid, words) values (@recency, @headline)";

    /// <inheritdoc/>
    public override string Delete => "delete from story_search where rowid = @recency; delete from headline_search where rowid = @recency";

    /// <inheritdoc/>
    public override string Rows(SearchTier tier) => tier switch
    {
        SearchTier.All => "story_search where story_search match @All",
        SearchTier.Headline => "headline_search where headline_search match @Terms",
        SearchTier.Rest => "story_search where story_search match @All and rowid not in (select rowid from headline_search where headline_search match @Terms)",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
    };

    /// <inheritdoc/>
    public override string Document(IReadOnlyList<string> tokens) => string.Join(' ', tokens);

    /// <inheritdoc/>
    public override string TermsOrTag(SearchQuery query) => $"({Terms(query)}) OR \"{TokenStream.Tag(query.Tag)}\"";

    /// <inheritdoc/>
    protected override string And => " AND ";

    /// <inheritdoc/>
    protected override string Phrase(SearchTerm term) => $"\"{string.Join(' ', term.Tokens)}\"{(term.OpenEnd ? " *" : "")}";
}
