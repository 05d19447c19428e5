using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>FTS5.</summary>
internal sealed class SqliteSearchSyntax : SearchSyntax
{
    /// <inheritdoc/>
    public override string Insert => "insert into story_search (rowid, headline, body) values (@recency, @headline, @body)";

    /// <inheritdoc/>
    public override string Hits => "story_search match @match";

    /// <inheritdoc/>
    protected override string And => " AND ";

    /// <inheritdoc/>
    public override object Row(long recency, SearchDocument document) =>
        new { recency, headline = string.Join(' ', document.Headline), body = string.Join(' ', document.Body) };

    /// <inheritdoc/>
    protected override string Word(string token) => $"\"{token}\"";

    /// <inheritdoc/>
    protected override string Phrase(SearchTerm term, bool inHeadline) =>
        $"{(inHeadline ? "headline : " : "")}\"{string.Join(' ', term.Tokens)}\"{(term.OpenEnd ? " *" : "")}";

    /// <inheritdoc/>
    protected override string Or(string one, string other) => $"({one}) OR {other}";

    /// <inheritdoc/>
    protected override string Except(string one, string other) => $"({one}) NOT ({other})";
}
