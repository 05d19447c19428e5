using System.Data.Common;
using BotDigest.Bot.Search;
using Dapper;

namespace BotDigest.Bot.Storage;

/// <summary>Finds stories of listed issues: those with the words in the headline first, of these the ones that hold them as typed, then the newest.</summary>
/// <param name="database">The database.</param>
/// <param name="fewHits">Up to how many hits are sorted; more are looked through tier by tier, in the same order.</param>
internal sealed class SearchStore(Database database, int fewHits = SearchStore.DefaultFewHits)
{
    private const string SelectTag = "select folded from tags where folded = @Folded and stories > 0";

    // A hashtag has lost the punctuation of its name.
    private const string SelectByLetters = "select folded from tags where letters = @Letters and letters <> '' and stories > 0 order by stories desc, name limit 1";

    private readonly SearchSyntax _syntax = database.Dialect.Search;

    // Engines limit the parameters of a statement.
    private const int StoriesAtOnce = 500;

    private const int DefaultFewHits = 500;

    /// <summary>Searches; whatever the query, it is never an error.</summary>
    /// <param name="query">What a story must have.</param>
    /// <param name="offset">How many hits to pass over.</param>
    /// <param name="limit">How many hits to return at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SearchPage> SearchAsync(SearchQuery query, int offset, int limit, CancellationToken cancellationToken)
    {
        if (query.IsEmpty)
            return SearchPage.Empty;
        return await database.ReadAsync(
            async connection =>
            {
                var (total, leaders) = await RankAsync(connection, query, offset, limit, cancellationToken);
                return new SearchPage(total, await HitsAsync(connection, leaders, query, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Searches, the newest first wherever the words stand.</summary>
    public async Task<SearchPage> NewestAsync(SearchQuery query, int offset, int limit, CancellationToken cancellationToken)
    {
        if (query.IsEmpty)
            return SearchPage.Empty;
        return await database.ReadAsync(
            async connection =>
            {
                var match = await MatchAsync(connection, query, cancellationToken);
                var total = await CountAsync(connection, SearchTier.All, match, cancellationToken);
                var sql = $"select rowid from {_syntax.Rows(SearchTier.All, match)} order by rowid desc limit @limit offset @offset";
                var leaders = await connection.ListAsync<long>(sql, Page(match, Math.Max(offset, 0), Math.Max(limit, 1)), cancellationToken);
                return new SearchPage(total, await HitsAsync(connection, leaders, query, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>The days of the stories that a query finds, one for each story, in no order. Meant for queries that name a span of days.</summary>
    public async Task<IReadOnlyList<DateOnly>> DaysAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (query.IsEmpty)
            return [];
        var found = await database.ReadAsync(
            async connection =>
            {
                var match = await MatchAsync(connection, query, cancellationToken);
                return await connection.ListAsync<long>($"select rowid from {_syntax.Rows(SearchTier.All, match)}", match, cancellationToken);
            },
            cancellationToken);
        return found.ConvertAll(Recency.DateOf);
    }

    /// <summary>How many stories a query finds, and the recencies of those on a page: a search without its texts.</summary>
    internal Task<(int Total, List<long> Leaders)> RankAsync(SearchQuery query, int offset, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => RankAsync(connection, query, offset, limit, cancellationToken), cancellationToken);

    private static async Task<List<SearchHit>> HitsAsync(DbConnection connection, List<long> leaders, SearchQuery query, CancellationToken cancellationToken)
    {
        var hits = new List<SearchHit>(leaders.Count);
        foreach (var part in leaders.Chunk(StoriesAtOnce))
        {
            var copies = (await StoriesAsync(connection, part, cancellationToken)).ToLookup(s => s.Leader);
            hits.AddRange(part.Where(copies.Contains).Select(leader => Hit([.. copies[leader]], query)));
        }

        return hits;
    }

    private async Task<(int Total, List<long> Leaders)> RankAsync(DbConnection connection, SearchQuery query, int offset, int limit, CancellationToken cancellationToken)
    {
        offset = Math.Max(offset, 0);
        limit = Math.Max(limit, 1);
        var match = await MatchAsync(connection, query, cancellationToken);
        var total = await CountAsync(connection, SearchTier.All, match, cancellationToken);
        if (total <= offset)
            return (total, []);
        if (total <= fewHits)
            return (total, await SortedAsync(connection, match, offset, limit, cancellationToken));
        var page = offset == 0 && _syntax.RunsPartsInOrder
            ? await FirstPageAsync(connection, match, limit, cancellationToken)
            : await PageAsync(connection, match, offset, limit, cancellationToken);
        return (total, page);
    }

    /// <summary>A page of few hits: sorting them all is cheaper than looking through the tiers.</summary>
    private Task<List<long>> SortedAsync(DbConnection connection, SearchMatch match, int offset, int limit, CancellationToken cancellationToken) =>
        connection.ListAsync<long>($"select rowid from {_syntax.Rows(SearchTier.All, match)} order by {_syntax.Order(match)} limit @limit offset @offset", Page(match, offset, limit), cancellationToken);

    /// <summary>The first page of many hits in one statement.</summary>
    private Task<List<long>> FirstPageAsync(DbConnection connection, SearchMatch match, int limit, CancellationToken cancellationToken)
    {
        var tiers = match.Tiers.Select(tier => $"select hit from (select rowid as hit from {_syntax.Rows(tier, match)} order by rowid desc limit @limit)");
        return connection.ListAsync<long>(string.Join(" union all ", tiers) + " limit @limit", Page(match, 0, limit), cancellationToken);
    }

    private async Task<SearchMatch> MatchAsync(DbConnection connection, SearchQuery query, CancellationToken cancellationToken)
    {
        // The other half of an OR slows every query down, and hardly any query names a tag.
        var isNamed = query.Name is { } name && await connection.ValueAsync<string>(SelectTag, name, cancellationToken) is not null;
        if (query.Tags.IsEmpty && query.ExcludedTags.IsEmpty)
            return _syntax.Match(query, isNamed);
        var (tags, excluded) = (new List<TagName>(), new List<TagName>());
        foreach (var tag in query.Tags)
            tags.Add(await IndexedAsync(connection, tag, cancellationToken));
        foreach (var tag in query.ExcludedTags)
            excluded.Add(await IndexedAsync(connection, tag, cancellationToken));
        return _syntax.Match(query with { Tags = [.. tags], ExcludedTags = [.. excluded] }, isNamed);
    }

    /// <summary>A tag by the name under which the index has it.</summary>
    private static async Task<TagName> IndexedAsync(DbConnection connection, TagName tag, CancellationToken cancellationToken)
    {
        var folded = await connection.ValueAsync<string>(SelectTag, tag, cancellationToken) ?? await connection.ValueAsync<string>(SelectByLetters, tag, cancellationToken);
        return folded is null ? tag : tag with { Folded = folded };
    }

    /// <summary>The hits of a page: what a tier leaves free, the next one fills.</summary>
    private async Task<List<long>> PageAsync(DbConnection connection, SearchMatch match, int offset, int limit, CancellationToken cancellationToken)
    {
        var page = new List<long>();
        foreach (var tier in match.Tiers)
        {
            var sql = $"select rowid from {_syntax.Rows(tier, match)} order by rowid desc limit @limit offset @offset";
            var hits = await connection.ListAsync<long>(sql, Page(match, offset, limit - page.Count), cancellationToken);
            page.AddRange(hits);
            if (page.Count == limit)
                break;
            if (hits.Count > 0)
                offset = 0;
            else if (offset > 0)
                offset -= await CountAsync(connection, tier, match, cancellationToken);
        }

        return page;
    }

    private static Task<List<StoryRow>> StoriesAsync(DbConnection connection, long[] leaders, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        foreach (var (number, leader) in leaders.Index())
            parameters.Add($"leader{number}", leader);
        var names = string.Join(", ", leaders.Select((_, number) => $"@leader{number}"));
        return connection.ListAsync<StoryRow>($"select {StoryRow.Columns} from stories where leader in ({names}) order by position", parameters, cancellationToken);
    }

    private static object Page(SearchMatch match, int offset, int limit) =>
        new { match.All, match.Exact, match.Headline, match.HeadlineExact, match.First, match.Last, offset, limit };

    private Task<int> CountAsync(DbConnection connection, SearchTier tier, SearchMatch match, CancellationToken cancellationToken) =>
        connection.ValueAsync<int>($"select count(*) from {_syntax.Rows(tier, match)}", match, cancellationToken);

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
