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
    public override string Rows(SearchTier tier) => tier switch
    {
        SearchTier.All => "story_search where words @@ cast(@All as tsquery)",
        SearchTier.Headline => "story_search where headline @@ cast(@Terms as tsquery)",
        SearchTier.Rest => "story_search where words @@ cast(@All as tsquery) and not headline @@ cast(@Terms as tsquery)",
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, null),
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
    public override string TermsOrTag(SearchQuery query) => $"({Terms(query)}) | '{TokenStream.Tag(query.Tag)}'";

    /// <inheritdoc/>
    protected override string And => " & ";

    /// <inheritdoc/>
    protected override string Phrase(SearchTerm term) => $"({string.Join(" <-> ", term.Tokens.Select(t => $"'{t}'"))}{(term.OpenEnd ? ":*" : "")})";
}
