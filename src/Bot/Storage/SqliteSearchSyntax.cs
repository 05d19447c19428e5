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

    /// <inheritdoc/>
    public override bool RunsPartsInOrder => true;

    /// <inheritdoc/>
    public override string Rows(SearchTier tier, SearchMatch match)
    {
        var dates = match.HasDates ? " and rowid between @First and @Last" : "";

        // The plus keeps SQLite from asking the index once for each row of the other one.
        const string all = "(select rowid from story_search where story_search match @All)";
        const string exact = "(select rowid from story_search where story_search match @Exact)";
        const string inHeadline = "(select rowid from headline_search where headline_search match @Headline)";
        const string exactInHeadline = "(select rowid from headline_search where headline_search match @HeadlineExact)";
        var conditions = dates + (match.HasConditions ? " and +rowid in " + all : "");
        return tier switch
        {
            SearchTier.All => "story_search where story_search match @All" + dates,
            SearchTier.Headline => "headline_search where headline_search match @Headline" + conditions,
            SearchTier.HeadlineExact => "headline_search where headline_search match @HeadlineExact" + conditions,
            SearchTier.HeadlineLoose => $"headline_search where headline_search match @Headline{conditions} and +rowid not in {exactInHeadline}",
            SearchTier.Rest => $"story_search where story_search match @All{dates} and +rowid not in {inHeadline}",
            SearchTier.RestExact => $"story_search where story_search match @Exact{dates} and +rowid not in {inHeadline}",
            SearchTier.RestLoose => $"story_search where story_search match @All{dates} and +rowid not in {inHeadline} and +rowid not in {exact}",
            _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
        };
    }

    /// <inheritdoc/>
    public override string Order(SearchMatch match)
    {
        const string inHeadline = "rowid in (select rowid from headline_search where headline_search match @Headline) desc, ";
        const string exactInHeadline = "rowid in (select rowid from headline_search where headline_search match @HeadlineExact) desc, ";
        const string exact = "(rowid not in (select rowid from headline_search where headline_search match @Headline) and rowid in (select rowid from story_search where story_search match @Exact)) desc, ";
        return match.Tiers.Count switch
        {
            1 => "rowid desc",
            2 => inHeadline + "rowid desc",
            _ => inHeadline + exactInHeadline + exact + "rowid desc",
        };
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
