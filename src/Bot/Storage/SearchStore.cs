using System.Data.Common;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>Finds stories of listed issues: those with the words in the headline first, then the others, each newest first.</summary>
/// <param name="database">The database.</param>
internal sealed class SearchStore(Database database)
{
    private const string CountTag = "select count(*) from tags where folded = @Folded and stories > 0";

    private readonly SearchSyntax _syntax = database.Dialect.Search;

    /// <summary>Searches; whatever the text, it is never an error.</summary>
    /// <param name="query">What a subscriber typed: words, all of which a story must have, or the name of a tag.</param>
    /// <param name="offset">How many hits to pass over.</param>
    /// <param name="limit">How many hits to return at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SearchPage> SearchAsync(string query, int offset, int limit, CancellationToken cancellationToken)
    {
        var parsed = SearchQuery.Parse(query);
        offset = Math.Max(offset, 0);
        limit = Math.Max(limit, 1);
        if (parsed.Terms.IsEmpty)
            return SearchPage.Empty;
        return await database.ReadAsync(
            async connection =>
            {
                // The other half of an OR slows every query down, and hardly any query names a tag.
                var isTag = await connection.ValueAsync<int>(CountTag, parsed.Tag, cancellationToken) > 0;
                var match = new Match(isTag ? _syntax.TermsOrTag(parsed) : _syntax.Terms(parsed), _syntax.Terms(parsed));
                var total = await CountAsync(connection, SearchTier.All, match, cancellationToken);
                if (total <= offset)
                    return new SearchPage(total, []);
                var page = await PageAsync(connection, match, offset, limit, cancellationToken);
                return new SearchPage(total, [.. page.Select(copies => Hit(copies, parsed))]);
            },
            cancellationToken);
    }

    /// <summary>The stories of a page, each with its copies: what the headline tier leaves free, the rest fills.</summary>
    private async Task<List<List<StoryRow>>> PageAsync(DbConnection connection, Match match, int offset, int limit, CancellationToken cancellationToken)
    {
        var page = await TierAsync(connection, SearchTier.Headline, match, offset, limit, cancellationToken);
        if (page.Count == limit)
            return page;
        var inHeadlines = offset == 0 ? page.Count : await CountAsync(connection, SearchTier.Headline, match, cancellationToken);
        page.AddRange(await TierAsync(connection, SearchTier.Rest, match, Math.Max(0, offset - inHeadlines), limit - page.Count, cancellationToken));
        return page;
    }

    private async Task<List<List<StoryRow>>> TierAsync(DbConnection connection, SearchTier tier, Match match, int offset, int limit, CancellationToken cancellationToken)
    {
        var sql = $"""
            with page as (select rowid as hit from {_syntax.Rows(tier)} order by rowid desc limit @limit offset @offset)
            select {StoryRow.Columns} from page join stories on stories.leader = page.hit order by stories.leader desc, stories.position
            """;
        var rows = await connection.ListAsync<StoryRow>(sql, new { match.All, match.Terms, offset, limit }, cancellationToken);
        return [.. rows.GroupBy(r => r.Leader).Select(g => g.ToList())];
    }

    private Task<int> CountAsync(DbConnection connection, SearchTier tier, Match match, CancellationToken cancellationToken) =>
        connection.ValueAsync<int>($"select count(*) from {_syntax.Rows(tier)}", match, cancellationToken);

    /// <summary>Shows one of the copies: the first that has the words.</summary>
    private static SearchHit Hit(List<StoryRow> copies, SearchQuery query)
    {
        var shown = copies.Count == 1 ? copies[0] : copies.Find(c => Holds(c, query)) ?? copies[0];
        return new SearchHit(shown.ToStory(), Snippet.Of(shown.Text, query));
    }

    private static bool Holds(StoryRow story, SearchQuery query)
    {
        var folded = FoldedText.Of(story.Headline + "\n" + story.Text);
        return query.Terms.All(term => TermMatches.Holds(folded, term));
    }

    /// <summary>A query in the engine's language.</summary>
    /// <param name="All">What every hit matches.</param>
    /// <param name="Terms">What the headline of a hit of the first tier matches.</param>
    private sealed record Match(string All, string Terms);
}
