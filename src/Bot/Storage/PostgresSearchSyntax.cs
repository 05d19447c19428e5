using System.Collections.Immutable;
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
    public override ImmutableArray<string> PackSome => [];

    /// <inheritdoc/>
    public override string Rows(SearchTier tier, SearchMatch match)
    {
        var dates = match.HasDates ? " and rowid between @First and @Last" : "";
        if (!tier.InHeadline)
            return "story_search where words @@ cast(@Tier as tsquery)" + dates;
        return "story_search where headline @@ cast(@Tier as tsquery)" + dates + (match.HasConditions ? " and words @@ cast(@All as tsquery)" : "");
    }

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
