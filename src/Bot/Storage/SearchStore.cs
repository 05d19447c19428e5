using System.Data.Common;
using BotDigest.Bot.Search;
using Dapper;

namespace BotDigest.Bot.Storage;

/// <summary>Finds stories of listed issues: those with the words in the headline first, of these the ones that hold them as typed, then the newest.</summary>
/// <param name="database">The database.</param>
/// <param name="fewHits">Up to how many hits are all read and sorted.</param>
internal sealed class SearchStore(Database database, int fewHits = SearchStore.DefaultFewHits)
{
    private const string SelectTag = "select folded from tags where folded = @Folded and stories > 0";

    // A hashtag has lost the punctuation of its name.
    private const string SelectByLetters = "select folded from tags where letters = @Letters and letters <> '' and stories > 0 order by stories desc, name limit 1";

    private const string CountTag = "select count(*) from tags where folded = @Folded and stories > 0";

    // Engines limit the parameters of a statement.
    private const int StoriesAtOnce = 500;

    // SQLite prepares a statement anew whenever a bare parameter that limits it is bound again; it cannot see through a sum.
    private const string AtMost = "limit @Limit + 0";

    private const int DefaultFewHits = 200;

    private readonly SearchSyntax _syntax = database.Dialect.Search;

    /// <summary>Searches; whatever the query, it is never an error.</summary>
    /// <param name="query">What a story must have.</param>
    /// <param name="offset">How many hits to pass over.</param>
    /// <param name="limit">How many hits to return at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SearchPage> SearchAsync(SearchQuery query, int offset, int limit, CancellationToken cancellationToken)
    {
        if (query.IsEmpty)
            return SearchPage.Empty;
        return await database.ReadKeptAsync(
            async connection =>
            {
                var (total, leaders) = await RankAsync(connection, query, offset, limit, cancellationToken);
                return new SearchPage(total, await HitsAsync(connection.Connection, leaders, query, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Searches, the newest first wherever the words stand.</summary>
    public async Task<SearchPage> NewestAsync(SearchQuery query, int offset, int limit, CancellationToken cancellationToken)
    {
        if (query.IsEmpty)
            return SearchPage.Empty;
        (offset, limit) = (Math.Max(offset, 0), Math.Max(limit, 1));
        return await database.ReadKeptAsync(
            async connection =>
            {
                var match = await MatchAsync(connection, query, cancellationToken);
                var few = await FewAsync(connection, match.All, match, cancellationToken);
                var newest = few ?? await NewestAsync(connection, match.All, match, (int)Math.Min((long)offset + limit, int.MaxValue), cancellationToken);
                var total = few?.Count ?? await CountAsync(connection, match, cancellationToken);
                return new SearchPage(total, await HitsAsync(connection.Connection, [.. newest.Skip(offset).Take(limit)], query, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>The days of the stories that a query finds, one for each story, in no order. Meant for queries that name a span of days.</summary>
    public async Task<IReadOnlyList<DateOnly>> DaysAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        if (query.IsEmpty)
            return [];
        var found = await database.ReadKeptAsync(
            async connection =>
            {
                var match = await MatchAsync(connection, query, cancellationToken);
                return await connection.NumbersAsync($"select rowid from {_syntax.Rows(match.All, match)}", Parameters(match.All, match, 0), cancellationToken);
            },
            cancellationToken);
        return found.ConvertAll(Recency.DateOf);
    }

    /// <summary>How many stories a query finds, and the recencies of those on a page: a search without its texts.</summary>
    internal Task<(int Total, List<long> Leaders)> RankAsync(SearchQuery query, int offset, int limit, CancellationToken cancellationToken) =>
        database.ReadKeptAsync(connection => RankAsync(connection, query, offset, limit, cancellationToken), cancellationToken);

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

    private async Task<(int Total, List<long> Leaders)> RankAsync(KeptConnection connection, SearchQuery query, int offset, int limit, CancellationToken cancellationToken)
    {
        (offset, limit) = (Math.Max(offset, 0), Math.Max(limit, 1));
        var match = await MatchAsync(connection, query, cancellationToken);
        var ranking = new SearchRanking((int)Math.Min((long)offset + limit, int.MaxValue));
        foreach (var tier in match.Better.Where(t => t.InHeadline))
        {
            if (!ranking.IsFull)
                ranking.Add(await NewestAsync(connection, tier, match, ranking.Wanted, cancellationToken));
        }

        // Whatever fills a page from its headlines has many hits, and those are cheaper counted than read; the others are counted by being read.
        var few = ranking.IsFull ? null : await FewAsync(connection, match.All, match, cancellationToken);
        var total = few?.Count ?? await CountAsync(connection, match, cancellationToken);
        if (total > ranking.Hits.Count)
            await FillAsync(connection, ranking, match, few, cancellationToken);
        return (total, [.. ranking.Hits.Take(total).Skip(offset)]);
    }

    /// <summary>Adds the hits that are not in headlines: first those that hold the words as typed.</summary>
    private async Task FillAsync(KeptConnection connection, SearchRanking ranking, SearchMatch match, List<long>? few, CancellationToken cancellationToken)
    {
        foreach (var tier in match.Better.Where(t => !t.InHeadline))
        {
            if (!ranking.IsFull)
                ranking.Add((few is null ? null : await FewAsync(connection, tier, match, cancellationToken)) ?? await NewestAsync(connection, tier, match, ranking.Wanted, cancellationToken));
        }

        if (!ranking.IsFull)
            ranking.Add(few ?? await NewestAsync(connection, match.All, match, ranking.Wanted, cancellationToken));
    }

    private async Task<SearchMatch> MatchAsync(KeptConnection connection, SearchQuery query, CancellationToken cancellationToken)
    {
        // The other half of an OR slows every query down, and hardly any query names a tag.
        var isNamed = query.Name is { } name && await connection.NumbersAsync(CountTag, [(nameof(name.Folded), name.Folded)], cancellationToken) is [> 0];
        if (query.Tags.IsEmpty && query.ExcludedTags.IsEmpty)
            return _syntax.Match(query, isNamed);
        var (tags, excluded) = (new List<TagName>(), new List<TagName>());
        foreach (var tag in query.Tags)
            tags.Add(await IndexedAsync(connection.Connection, tag, cancellationToken));
        foreach (var tag in query.ExcludedTags)
            excluded.Add(await IndexedAsync(connection.Connection, tag, cancellationToken));
        return _syntax.Match(query with { Tags = [.. tags], ExcludedTags = [.. excluded] }, isNamed);
    }

    /// <summary>A tag by the name under which the index has it.</summary>
    private static async Task<TagName> IndexedAsync(DbConnection connection, TagName tag, CancellationToken cancellationToken)
    {
        var folded = await connection.ValueAsync<string>(SelectTag, tag, cancellationToken) ?? await connection.ValueAsync<string>(SelectByLetters, tag, cancellationToken);
        return folded is null ? tag : tag with { Folded = folded };
    }

    /// <summary>The newest hits of a tier.</summary>
    private Task<List<long>> NewestAsync(KeptConnection connection, SearchTier tier, SearchMatch match, int limit, CancellationToken cancellationToken) =>
        connection.NumbersAsync($"select rowid from {_syntax.Rows(tier, match)} order by rowid desc {AtMost}", Parameters(tier, match, limit), cancellationToken);

    /// <summary>All hits of a tier, the newest first, or null where they are many. They are read forwards: to walk backwards through the hits of several words takes twice the time.</summary>
    private async Task<List<long>?> FewAsync(KeptConnection connection, SearchTier tier, SearchMatch match, CancellationToken cancellationToken)
    {
        var hits = await connection.NumbersAsync($"select rowid from {_syntax.Rows(tier, match)} {AtMost}", Parameters(tier, match, fewHits + 1), cancellationToken);
        if (hits.Count > fewHits)
            return null;
        hits.Sort((one, other) => other.CompareTo(one));
        return hits;
    }

    private async Task<int> CountAsync(KeptConnection connection, SearchMatch match, CancellationToken cancellationToken) =>
        (int)(await connection.NumbersAsync($"select count(*) from {_syntax.Rows(match.All, match)}", Parameters(match.All, match, 0), cancellationToken))[0];

    private static (string Name, object Value)[] Parameters(SearchTier tier, SearchMatch match, int limit) =>
        [("Tier", tier.Expression), ("All", match.All.Expression), (nameof(match.First), match.First), (nameof(match.Last), match.Last), ("Limit", (long)limit)];

    private static Task<List<StoryRow>> StoriesAsync(DbConnection connection, long[] leaders, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters();
        foreach (var (number, leader) in leaders.Index())
            parameters.Add($"leader{number}", leader);
        var names = string.Join(", ", leaders.Select((_, number) => $"@leader{number}"));
        return connection.ListAsync<StoryRow>($"select {StoryRow.Columns} from stories where leader in ({names}) order by position", parameters, cancellationToken);
    }

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
