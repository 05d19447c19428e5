using System.Globalization;
using System.Text;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>A tsvector written token by token, without a parser of PostgreSQL's; the headline's tokens have weight A.</summary>
internal sealed class PostgresSearchSyntax : SearchSyntax
{
    /// <summary>PostgreSQL counts positions up to here; what lies beyond is found by single tokens only.</summary>
    private const int LastPosition = 16_383;

    /// <inheritdoc/>
    public override string Insert => "insert into story_search (rowid, document) values (@recency, cast(@document as tsvector))";

    /// <inheritdoc/>
    public override string Hits => "document @@ cast(@match as tsquery)";

    /// <inheritdoc/>
    protected override string And => " & ";

    /// <inheritdoc/>
    public override object Row(long recency, SearchDocument document)
    {
        var text = new StringBuilder();
        var position = 0;
        foreach (var token in document.Headline)
            Add(token, "A");
        foreach (var token in document.Body)
            Add(token, "");
        return new { recency, document = text.ToString() };

        void Add(string token, string weight)
        {
            position = Math.Min(position + 1, LastPosition);
            if (token != TokenStream.LineEnd)
                text.Append(CultureInfo.InvariantCulture, $"'{token}':{position}{weight} ");
        }
    }

    /// <inheritdoc/>
    protected override string Word(string token) => $"'{token}'";

    /// <inheritdoc/>
    protected override string Phrase(SearchTerm term, bool inHeadline)
    {
        var last = term.Tokens.Length - 1;
        var words = term.Tokens.Select((token, i) => $"'{token}'{Suffix(term.OpenEnd && i == last, inHeadline)}");
        return $"({string.Join(" <-> ", words)})";
    }

    /// <inheritdoc/>
    protected override string Or(string one, string other) => $"({one}) | {other}";

    /// <inheritdoc/>
    protected override string Except(string one, string other) => $"({one}) & !({other})";

    private static string Suffix(bool open, bool inHeadline) => (open, inHeadline) switch
    {
        (true, true) => ":*A",
        (true, false) => ":*",
        (false, true) => ":A",
        _ => "",
    };
}
