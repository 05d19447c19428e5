using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;

namespace BotDigest.Bench;

/// <summary>FTS5 with its trigram tokenizer on the folded texts, in the same database. Three characters and more are matched, fewer cannot be and are scanned for by <c>like</c>, which is what the tokenizer has for them.</summary>
/// <param name="database">The database.</param>
internal sealed class SearchTrigram(Database database)
{
    internal Task FillAsync(List<(string Headline, string Text)> stories, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await connection.RunAsync("create virtual table trigrams using fts5 (body, tokenize = 'trigram')", null, cancellationToken);
                foreach (var part in stories.Index().Reverse().Chunk(1_000))
                {
                    var rows = part.Select(s => new { id = (long)(stories.Count - s.Index), body = FoldedText.Of(s.Item.Headline + "\n" + s.Item.Text) });
                    await connection.RunAsync("insert into trigrams (rowid, body) values (@id, @body)", rows.ToList(), cancellationToken);
                }
            },
            cancellationToken);

    /// <summary>The number of hits and the first ten, newest first.</summary>
    internal Task<(int Total, List<long> Page)> FindAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var terms = query.Terms.Select(t => t.Typed.Text).ToList();
        var match = string.Join(" AND ", terms.Where(t => t.Length > 2).Select(t => $"\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        var conditions = terms.Where(t => t.Length < 3).Select(t => $"body like '%{t.Replace("'", "''", StringComparison.Ordinal)}%'").ToList();
        if (match.Length > 0)
            conditions.Insert(0, "trigrams match @match");
        var where = string.Join(" and ", conditions);
        return database.ReadAsync(
            async connection =>
            {
                var total = await connection.ValueAsync<int>($"select count(*) from trigrams where {where}", new { match }, cancellationToken);
                var page = await connection.ListAsync<long>($"select rowid from trigrams where {where} order by rowid desc limit 10", new { match }, cancellationToken);
                return (total, page);
            },
            cancellationToken);
    }
}
