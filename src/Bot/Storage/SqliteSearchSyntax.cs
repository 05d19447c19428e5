using System.Collections.Immutable;
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
    public override string? Pack => "insert into story_search (story_search) values ('optimize'); insert into headline_search (headline_search) values ('optimize')";

    // Below zero the steps go on until all is in one piece. 64 pages of four kilobytes keep a writer waiting for some ten milliseconds.
    /// <inheritdoc/>
    public override ImmutableArray<string> PackSome { get; } =
    [
        "insert into story_search (story_search, rank) values ('merge', -64)",
        "insert into headline_search (headline_search, rank) values ('merge', -64)",
    ];

    /// <inheritdoc/>
    public override string Rows(SearchTier tier, SearchMatch match)
    {
        var dates = match.HasDates ? " and rowid between @First and @Last" : "";
        if (!tier.InHeadline)
            return "story_search where story_search match @Tier" + dates;

        // The plus keeps SQLite from asking the index once for each row of the other one.
        var conditions = match.HasConditions ? " and +rowid in (select rowid from story_search where story_search match @All)" : "";
        return "headline_search where headline_search match @Tier" + dates + conditions;
    }

    /// <inheritdoc/>
    public override string Document(IReadOnlyList<string> tokens) => string.Join(' ', tokens);

    /// <inheritdoc/>
    protected override string And => " AND ";

    /// <inheritdoc/>
    protected override string Or => " OR ";

    /// <inheritdoc/>
    protected override string Everything => Token(TokenStream.LineEnd);

    /// <inheritdoc/>
    protected override string Without(string wanted, string excluded) => $"({wanted}) NOT ({excluded})";

    /// <inheritdoc/>
    protected override string Phrase(SearchPhrase phrase) => Token(string.Join(' ', phrase.Tokens)) + (phrase.OpenEnd ? " *" : "");

    /// <inheritdoc/>
    protected override string Token(string token) => $"\"{token}\"";
}
