using System.Data.Common;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>What subscribers search and browse: rows for the stories of listed issues only, one a group of copies.</summary>
/// <param name="dialect">The engine.</param>
internal sealed class StoryIndex(Dialect dialect)
{
    /// <summary>How texts become tokens and tags become names; to be changed with <see cref="FoldedText"/> or <see cref="TokenStream"/>, so that what is stored is indexed anew.</summary>
    internal const string Form = "2";

    private const string SelectStories = $"select {StoryRow.Columns} from stories where issue_id = @issue order by position";

    private const string CountTags = """
        insert into tags (name, folded, letters, stories) values {0}
        on conflict (folded) do update set name = excluded.name, stories = tags.stories + excluded.stories
        """;

    private const string InsertStoryTags = """
        with page (folded, leader) as (values {0}) insert into story_tags (tag_id, recency) select tags.id, page.leader from page join tags on tags.folded = page.folded
        """;

    private const string Uncount = """
        update tags set stories = stories - (
            select count(*) from story_tags where story_tags.tag_id = tags.id and story_tags.recency between @last and @first
        )
        where id in (select tag_id from story_tags where recency between @last and @first)
        """;

    // SQLite's; a step that packs nothing counts as one.
    private const string CountWritten = "select total_changes()";

    private const string RenameTag = """
        update tags set folded = @Folded, letters = @Letters
        where id = @Id and not exists (select 1 from tags as others where others.folded = @Folded)
        """;

    /// <summary>Adds the stories of an issue.</summary>
    internal async Task AddAsync(DbConnection connection, long issue, CancellationToken cancellationToken)
    {
        var stories = await connection.ListAsync<StoryRow>(SelectStories, new { issue }, cancellationToken);
        var groups = stories.GroupBy(s => s.Leader).ToList();

        // Upwards: at every step down FTS5 closes a segment, and to merge thirty of them takes longer than all the rest.
        await connection.RunAsync(dialect.Search.Insert, groups.OrderBy(g => g.Key).Select(Row).ToList(), cancellationToken);

        var tags = groups.SelectMany(Tags).ToList();
        var counts = tags.GroupBy(t => t.Tag.Folded, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.First().Tag, Count: (long)g.Count()));
        await connection.RunRowsAsync(CountTags, counts.Select(c => new object?[] { c.Tag.Name, c.Tag.Folded, c.Tag.Letters, c.Count }), cancellationToken);
        await connection.RunRowsAsync(InsertStoryTags, tags.Select(t => new object?[] { t.Tag.Folded, t.Leader }), cancellationToken);
    }

    /// <summary>Takes the stories of an issue out again.</summary>
    internal async Task RemoveAsync(DbConnection connection, long issue, CancellationToken cancellationToken)
    {
        var leaders = await connection.ListAsync<long>("select distinct leader from stories where issue_id = @issue", new { issue }, cancellationToken);
        if (leaders.Count == 0)
            return;
        var range = new { first = leaders.Max(), last = leaders.Min() };
        await connection.RunAsync(Uncount, range, cancellationToken);
        await connection.RunAsync("delete from story_tags where recency between @last and @first", range, cancellationToken);
        await connection.RunAsync(dialect.Search.Delete, leaders.Select(recency => new { recency }).ToList(), cancellationToken);
    }

    /// <summary>Indexes every listed story anew.</summary>
    /// <returns>How many issues there are.</returns>
    internal async Task<int> RebuildAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var tag in await connection.ListAsync<StoredTag>("select id, name, folded from tags", null, cancellationToken))
        {
            var name = TagName.Of(tag.Name);
            if (name.Folded != tag.Folded)
                await connection.RunAsync(RenameTag, new { tag.Id, name.Folded, name.Letters }, cancellationToken);
        }

        var issues = await connection.ListAsync<long>("select id from issues where listed = 1 order by date", null, cancellationToken);
        foreach (var issue in issues)
            await RemoveAsync(connection, issue, cancellationToken);
        foreach (var issue in issues)
            await AddAsync(connection, issue, cancellationToken);

        await PackAsync(connection, cancellationToken);
        return issues.Count;
    }

    /// <summary>Packs the index after much was added.</summary>
    internal async Task PackAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (dialect.Search.Pack is { } pack)
            await connection.RunAsync(pack, null, cancellationToken);
    }

    /// <summary>Packs a little of what was added since.</summary>
    /// <returns>True where there may be more to pack.</returns>
    internal async Task<bool> PackSomeAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var step in dialect.Search.PackSome)
        {
            var written = await connection.ValueAsync<long>(CountWritten, null, cancellationToken);
            await connection.RunAsync(step, null, cancellationToken);
            if (await connection.ValueAsync<long>(CountWritten, null, cancellationToken) - written > 1)
                return true;
        }

        return false;
    }

    private object Row(IGrouping<long, StoryRow> copies)
    {
        var document = SearchDocument.Of(copies.Select(s => s.Headline), copies.Select(s => s.Text), copies.SelectMany(s => s.TagNames));
        return new { recency = copies.Key, words = dialect.Search.Document(document.Words), headline = dialect.Search.Document(document.Headline) };
    }

    private static IEnumerable<(TagName Tag, long Leader)> Tags(IGrouping<long, StoryRow> copies) =>
        copies.SelectMany(s => s.TagNames).Select(TagName.Of).DistinctBy(t => t.Folded, StringComparer.Ordinal).Select(t => (t, copies.Key));

    private sealed class StoredTag
    {
        public required long Id { get; init; }

        public required string Name { get; init; }

        public required string Folded { get; init; }
    }
}
