using System.Globalization;
using System.Text;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>Vectors written token by token, without a parser of PostgreSQL's.</summary>
internal sealed class PostgresSearchSyntax : SearchSyntax
{
    /// <summary>PostgreSQL counts positions up to here; what lies beyond is found by single tokens only.</summary>
    private const int LastPosition = 16_383;

    /// <inheritdoc/>
    public override string Insert => "insert into story_search (rowid, words, headline) values (@recency, cast(@words as tsvector), cast(@headline as tsvector))";

    /// <inheritdoc/>
    public override string Delete => "delete from story_search where rowid = @recency";

    /// <inheritdoc/>
    public override string? Pack => null;

    /// <inheritdoc/>
    public override bool RunsPartsInOrder => false;

    /// <inheritdoc/>
    public override string Rows(SearchTier tier, SearchMatch match)
    {
        var dates = match.HasDates ? " and rowid between @First and @Last" : "";
        const string all = "words @@ cast(@All as tsquery)";
        const string exact = "words @@ cast(@Exact as tsquery)";
        const string inHeadline = "headline @@ cast(@Headline as tsquery)";
        const string exactInHeadline = "headline @@ cast(@HeadlineExact as tsquery)";
        var conditions = dates + (match.HasConditions ? " and " + all : "");
        return "story_search where " + tier switch
        {
            SearchTier.All => all + dates,
            SearchTier.Headline => inHeadline + conditions,
            SearchTier.HeadlineExact => exactInHeadline + conditions,
            SearchTier.HeadlineLoose => $"{inHeadline}{conditions} and not {exactInHeadline}",
            SearchTier.Rest => $"{all}{dates} and not {inHeadline}",
            SearchTier.RestExact => $"{exact}{dates} and not {inHeadline}",
            SearchTier.RestLoose => $"{all}{dates} and not {inHeadline} and not {exact}",
            _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
        };
    }

    /// <inheritdoc/>
    public override string Order(SearchMatch match) => match.Tiers.Count switch
    {
        1 => "rowid desc",
        2 => "headline @@ cast(@Headline as tsquery) desc, rowid desc",
        _ => "headline @@ cast(@Headline as tsquery) desc, headline @@ cast(@HeadlineExact as tsquery) desc, (not headline @@ cast(@Headline as tsquery) and words @@ cast(@Exact as tsquery)) desc, rowid desc",
    };

    /// <inheritdoc/>
    public override string Document(IReadOnlyList<string> tokens)
    {
        var text = new StringBuilder();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] != TokenStream.LineEnd)
                text.Append(CultureInfo.InvariantCulture, $"'{tokens[i]}':{Math.Min(i + 1, LastPosition)} ");
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    protected override string And => " & ";

    /// <inheritdoc/>
    protected override string Or => " | ";

    /// <inheritdoc/>
    protected override string Everything => "!" + Token(TokenStream.LineEnd);

    /// <inheritdoc/>
    protected override string Without(string wanted, string excluded) => $"({wanted}) & !({excluded})";

    /// <inheritdoc/>
    protected override string Phrase(SearchPhrase phrase) => $"({string.Join(" <-> ", phrase.Tokens.Select(Token))}{(phrase.OpenEnd ? ":*" : "")})";

    /// <inheritdoc/>
    protected override string Token(string token) => $"'{token}'";
}
