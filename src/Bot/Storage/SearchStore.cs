using System.Data.Common;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>Finds stories of listed issues: those with the words in the headline first, then the others, each newest first.</summary>
/// <param name="database">The database.</param>
internal sealed class SearchStore(Database database)
{
    private readonly string _count = $"select count(*) from story_search where {database.Dialect.Search.Hits}";

    private readonly string _page = $"""
        with page as (
            select rowid as hit from story_search where {database.Dialect.Search.Hits} order by rowid desc limit @limit offset @offset
        )
        select {StoryRow.Columns} from page join stories on stories.leader = page.hit order by stories.leader desc, stories.position
        """;

    /// <summary>Searches; whatever the text, it is never an error.</summary>
    /// <param name="query">What a subscriber typed: words, all of which a story must have, or the name of a tag.</param>
    /// <param name="offset">How many hits to pass over.</param>
    /// <param name="limit">How many hits to return at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SearchPage> SearchAsync(string query, int offset, int limit, CancellationToken cancellationToken)
    {
        var parsed = SearchQuery.Parse(query);
        if (parsed.Terms.IsEmpty)
            return SearchPage.Empty;
        return await database.ReadAsync(
            async connection =>
            {
                var total = await CountAsync(connection, parsed, SearchTier.All, cancellationToken);
                if (total <= offset)
                    return new SearchPage(total, []);
                var page = await PageAsync(connection, parsed, offset, limit, cancellationToken);
                return new SearchPage(total, [.. page.Select(copies => Hit(copies, parsed))]);
            },
            cancellationToken);
    }

    /// <summary>The stories of a page, each with its copies: what the headline tier leaves free, the rest fills.</summary>
    private async Task<List<List<StoryRow>>> PageAsync(DbConnection connection, SearchQuery query, int offset, int limit, CancellationToken cancellationToken)
    {
        var page = await TierAsync(connection, query, SearchTier.Headline, offset, limit, cancellationToken);
        if (page.Count == limit)
            return page;
        var inHeadlines = offset == 0 ? page.Count : await CountAsync(connection, query, SearchTier.Headline, cancellationToken);
        page.AddRange(await TierAsync(connection, query, SearchTier.Rest, Math.Max(0, offset - inHeadlines), limit - page.Count, cancellationToken));
        return page;
    }

    private async Task<List<List<StoryRow>>> TierAsync(DbConnection connection, SearchQuery query, SearchTier tier, int offset, int limit, CancellationToken cancellationToken)
    {
        var rows = await connection.ListAsync<StoryRow>(_page, new { match = database.Dialect.Search.Match(query, tier), offset, limit }, cancellationToken);
        return [.. rows.GroupBy(r => r.Leader).Select(g => g.ToList())];
    }

    private Task<int> CountAsync(DbConnection connection, SearchQuery query, SearchTier tier, CancellationToken cancellationToken) =>
        connection.ValueAsync<int>(_count, new { match = database.Dialect.Search.Match(query, tier) }, cancellationToken);

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
}
