using BotDigest.Bot.Search;

namespace BotDigest.Bot.Storage;

/// <summary>The tags of listed stories.</summary>
/// <param name="database">The database.</param>
internal sealed class TagStore(Database database)
{
    private const string Columns = "id, name, stories";

    private const string SelectPage = $"select {Columns} from tags where stories > 0 order by stories desc, name limit @limit offset @offset";

    private const string SelectByName = $"select {Columns} from tags where folded = @Folded and stories > 0";

    // A hashtag has lost the punctuation of its name; several names may have it in common.
    private const string SelectByLetters = $"select {Columns} from tags where letters = @Letters and letters <> '' and stories > 0 order by stories desc, name limit 1";

    private const string SelectStories = $"""
        select {StoryRow.Columns} from story_tags join stories on stories.recency = story_tags.recency
        where story_tags.tag_id = @tag order by story_tags.recency desc limit @limit offset @offset
        """;

    /// <summary>Tags with their counts, the most used first.</summary>
    public Task<TagPage> ListAsync(int offset, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var total = await connection.ValueAsync<int>("select count(*) from tags where stories > 0", null, cancellationToken);
                var rows = await connection.ListAsync<TagRow>(SelectPage, new { limit, offset }, cancellationToken);
                return new TagPage(total, [.. rows.Select(r => r.ToCount())]);
            },
            cancellationToken);

    /// <summary>A tag by its name as people write it: width, case, spaces, a leading <c>#</c> and the form of its hashtag make no difference. Null where no listed story has it.</summary>
    public Task<TagCount?> FindAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var wanted = TagName.Of(name);
                var row = await connection.FirstAsync<TagRow>(SelectByName, wanted, cancellationToken)
                    ?? await connection.FirstAsync<TagRow>(SelectByLetters, wanted, cancellationToken);
                return row?.ToCount();
            },
            cancellationToken);

    /// <summary>A tag by its id, or null.</summary>
    public async Task<TagCount?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(c => c.FirstAsync<TagRow>($"select {Columns} from tags where id = @id", new { id }, cancellationToken), cancellationToken);
        return row?.ToCount();
    }

    /// <summary>The stories that have a tag, newest first.</summary>
    public Task<StoryPage> StoriesAsync(long tag, int offset, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection =>
            {
                var total = await connection.ValueAsync<int>("select stories from tags where id = @tag", new { tag }, cancellationToken);
                var rows = await connection.ListAsync<StoryRow>(SelectStories, new { tag, limit, offset }, cancellationToken);
                return new StoryPage(total, [.. rows.Select(r => r.ToStory())]);
            },
            cancellationToken);

    /// <summary>Tags that resemble what found nothing, the nearest first; none where nothing is near.</summary>
    public async Task<IReadOnlyList<TagCount>> NearestAsync(string query, int limit, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(c => c.ListAsync<TagRow>(SelectPage, new { limit = TagNearness.MostTags, offset = 0 }, cancellationToken), cancellationToken);
        return TagNearness.Nearest(query, [.. rows.Select(r => r.ToCount())], limit);
    }

    private sealed class TagRow
    {
        public required long Id { get; init; }

        public required string Name { get; init; }

        public required long Stories { get; init; }

        internal TagCount ToCount() => new(Id, Name, (int)Stories);
    }
}
