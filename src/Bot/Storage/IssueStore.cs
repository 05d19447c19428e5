using System.Data.Common;
using BotDigest.Bot.Search;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Storage;

/// <summary>The issues that were read, and their stories.</summary>
/// <param name="database">The database.</param>
/// <param name="index">What subscribers search and browse.</param>
internal sealed class IssueStore(Database database, StoryIndex index)
{
    private const int KeysAtOnce = 500;

    private const string SelectIssue = $"select {IssueRow.Columns} from issues where date = @date";

    private const string SelectListed = $"select {IssueRow.Columns} from issues where listed = 1 order by date desc limit @limit offset @offset";

    private const string SelectStories = $"select {StoryRow.Columns} from stories where issue_id = @issue order by position";

    private const string SelectListedStory = $"select {StoryRow.Columns} from stories join issues on issues.id = stories.issue_id where stories.key = @key and issues.listed = 1";

    private const string UpsertIssue = """
        insert into issues (date, title, category, file, fingerprint, summary, source, story_count)
        values (@date, @title, @category, @file, @fingerprint, @summary, @source, @count)
        on conflict (date) do update set
            title = excluded.title, category = excluded.category, file = excluded.file, fingerprint = excluded.fingerprint,
            summary = excluded.summary, source = excluded.source, story_count = excluded.story_count
        returning id
        """;

    private const string InsertStories = """
        insert into stories (key, issue_id, date, position, recency, leader, section, headline, url, text, tags, post, headline_key, url_key) values {0}
        """;

    private const string InsertKnownStories = """
        insert into stories (key, issue_id, date, position, recency, leader, section, headline, url, text, tags, post, headline_key, url_key, id) values {0}
        """;

    /// <summary>Stores an issue under its date, or does nothing where its content is stored already. Stories that it had before keep their keys and posts; a listed issue stays listed.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="file">The name of its file.</param>
    /// <param name="source">The file's bytes, to be parsed again later.</param>
    /// <param name="vocabulary">The names to look for in its stories.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SaveOutcome> SaveAsync(Issue issue, string file, ReadOnlyMemory<byte> source, Vocabulary vocabulary, CancellationToken cancellationToken) =>
        SaveAsync(issue, file, source, vocabulary, anew: false, cancellationToken);

    /// <summary>Stores an issue like <see cref="SaveAsync(Issue, string, ReadOnlyMemory{byte}, Vocabulary, CancellationToken)"/>, though its content may be stored already: the vocabulary, or the program, is another one by now.</summary>
    public Task<SaveOutcome> SaveAnewAsync(Issue issue, string file, ReadOnlyMemory<byte> source, Vocabulary vocabulary, CancellationToken cancellationToken) =>
        SaveAsync(issue, file, source, vocabulary, anew: true, cancellationToken);

    /// <summary>The issue of a date, listed or not, or null.</summary>
    public async Task<IssueSummary?> FindAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(c => c.FirstAsync<IssueRow>(SelectIssue, new { date = Dates.Write(date) }, cancellationToken), cancellationToken);
        return row?.ToSummary();
    }

    /// <summary>What the issue of a date was read from, or null.</summary>
    public async Task<IssueSource?> FindSourceAsync(DateOnly date, CancellationToken cancellationToken)
    {
        const string select = "select file, source as Content from issues where date = @date";
        var row = await database.ReadAsync(c => c.FirstAsync<IssueSource>(select, new { date = Dates.Write(date) }, cancellationToken), cancellationToken);
        return row;
    }

    /// <summary>The newest listed issue, or null.</summary>
    public async Task<IssueSummary?> NewestAsync(CancellationToken cancellationToken) =>
        await ListNewestAsync(1, 0, cancellationToken) is [var newest, ..] ? newest : null;

    /// <summary>Listed issues, newest first.</summary>
    public async Task<IReadOnlyList<IssueSummary>> ListNewestAsync(int limit, int offset, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(c => c.ListAsync<IssueRow>(SelectListed, new { limit, offset }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToSummary())];
    }

    /// <summary>How many issues are listed.</summary>
    public async Task<int> CountListedAsync(CancellationToken cancellationToken) =>
        await database.ReadAsync(c => c.ValueAsync<int>("select count(*) from issues where listed = 1", null, cancellationToken), cancellationToken);

    /// <summary>The first and the last day with a listed issue, or null.</summary>
    public async Task<DateSpan?> SpanAsync(CancellationToken cancellationToken)
    {
        const string select = "select min(date) as first, max(date) as last from issues where listed = 1";
        var (first, last) = await database.ReadAsync(c => c.FirstAsync<(string? First, string? Last)>(select, null, cancellationToken), cancellationToken);
        return first is null || last is null ? null : new DateSpan(Dates.Read(first), Dates.Read(last));
    }

    /// <summary>The months with a listed issue, as <c>YYYY-MM</c>, the oldest first.</summary>
    public Task<List<string>> ListMonthsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.ListAsync<string>("select distinct substr(date, 1, 7) as month from issues where listed = 1 order by month", null, cancellationToken), cancellationToken);

    /// <summary>Listed issues of a span of days, newest first.</summary>
    public async Task<IReadOnlyList<IssueSummary>> ListBetweenAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        const string select = $"select {IssueRow.Columns} from issues where listed = 1 and date between @first and @last order by date desc";
        var rows = await database.ReadAsync(c => c.ListAsync<IssueRow>(select, new { first = Dates.Write(first), last = Dates.Write(last) }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToSummary())];
    }

    /// <summary>The stories of the listed issues of a span of days, newest first, of copies the first one.</summary>
    public async Task<IReadOnlyList<StoredStory>> StoriesBetweenAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        const string select = $"""
            select {StoryRow.Columns} from issues join stories on stories.issue_id = issues.id
            where issues.listed = 1 and issues.date between @first and @last and stories.leader = stories.recency order by stories.recency desc
            """;
        var rows = await database.ReadAsync(c => c.ListAsync<StoryRow>(select, new { first = Dates.Write(first), last = Dates.Write(last) }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToStory())];
    }

    /// <summary>The stories of an issue in order, copies included.</summary>
    public async Task<IReadOnlyList<StoredStory>> StoriesOfAsync(long issueId, CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(c => c.ListAsync<StoryRow>(SelectStories, new { issue = issueId }, cancellationToken), cancellationToken);
        return [.. rows.Select(r => r.ToStory())];
    }

    /// <summary>A story of a listed issue by its key, or null.</summary>
    public async Task<StoredStory?> FindStoryAsync(string key, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(c => c.FirstAsync<StoryRow>(SelectListedStory, new { key }, cancellationToken), cancellationToken);
        return row?.ToStory();
    }

    /// <summary>Shows an issue to subscribers, or hides it from them.</summary>
    public Task SetListedAsync(DateOnly date, bool listed, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                const string update = "update issues set listed = @flag where date = @date and listed <> @flag returning id";
                var id = await connection.ValueAsync<long?>(update, new { date = Dates.Write(date), flag = listed ? 1L : 0L }, cancellationToken);
                if (id is null)
                    return;
                if (listed)
                    await index.AddAsync(connection, id.Value, cancellationToken);
                else
                    await index.RemoveAsync(connection, id.Value, cancellationToken);
            },
            cancellationToken);

    /// <summary>Notes where on the channel an issue's stories begin; stories without a message have no post.</summary>
    /// <param name="date">The issue.</param>
    /// <param name="posts">The message ids by the stories' positions.</param>
    /// <param name="head">The head's message id, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task SetPostsAsync(DateOnly date, IReadOnlyDictionary<int, int> posts, int? head, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var id = await connection.ValueAsync<long?>("update issues set head_post = @head where date = @date returning id", new { head = (long?)head, date = Dates.Write(date) }, cancellationToken);
                if (id is null)
                    return;
                await connection.RunAsync("update stories set post = null where issue_id = @id and post is not null", new { id }, cancellationToken);
                var rows = posts.Select(p => new { id, position = (long)p.Key, post = (long)p.Value }).ToList();
                await connection.RunAsync("update stories set post = @post where issue_id = @id and position = @position", rows, cancellationToken);
            },
            cancellationToken);

    /// <summary>Forgets an issue and its stories.</summary>
    public Task RemoveAsync(DateOnly date, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var stored = await connection.FirstAsync<IssueRow>(SelectIssue, new { date = Dates.Write(date) }, cancellationToken);
                if (stored is null)
                    return;
                if (stored.Listed != 0)
                    await index.RemoveAsync(connection, stored.Id, cancellationToken);
                await connection.RunAsync("delete from stories where issue_id = @Id", new { stored.Id }, cancellationToken);
                await connection.RunAsync("delete from issues where id = @Id", new { stored.Id }, cancellationToken);
            },
            cancellationToken);

    private Task<SaveOutcome> SaveAsync(Issue issue, string file, ReadOnlyMemory<byte> source, Vocabulary vocabulary, bool anew, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                var date = Dates.Write(issue.Date);
                var stored = await connection.FirstAsync<IssueRow>(SelectIssue, new { date }, cancellationToken);
                if (!anew && stored?.Fingerprint == issue.Fingerprint)
                {
                    if (stored.File != file)
                        await connection.RunAsync("update issues set file = @file where id = @Id", new { file, stored.Id }, cancellationToken);
                    return new SaveOutcome(stored.Id, SaveResult.Unchanged);
                }

                var stories = StoryEntry.Of(issue, vocabulary);
                var row = new
                {
                    date,
                    title = issue.Title,
                    category = issue.Category,
                    file,
                    fingerprint = issue.Fingerprint,
                    summary = StorageJson.Write(issue.Summary),
                    source = source.ToArray(),
                    count = stories.Length,
                };
                var id = await connection.ValueAsync<long>(UpsertIssue, row, cancellationToken);
                if (stored is { Listed: not 0 })
                    await index.RemoveAsync(connection, id, cancellationToken);
                await ReplaceStoriesAsync(connection, id, issue.Date, stories, cancellationToken);
                if (stored is { Listed: not 0 })
                    await index.AddAsync(connection, id, cancellationToken);
                return new SaveOutcome(id, stored is null ? SaveResult.Added : SaveResult.Changed);
            },
            cancellationToken);

    private static async Task ReplaceStoriesAsync(DbConnection connection, long issue, DateOnly date, IReadOnlyList<StoryEntry> stories, CancellationToken cancellationToken)
    {
        var old = await connection.ListAsync<StoryRow>(SelectStories, new { issue }, cancellationToken);
        var matches = StoryMatching.Match(old, stories);
        await connection.RunAsync("delete from stories where issue_id = @issue", new { issue }, cancellationToken);
        var rows = new List<StoryRow>(stories.Count);
        var taken = await TakenKeysAsync(connection, date, stories.Where(s => matches[s.Position] is null), cancellationToken);
        taken.UnionWith(matches.OfType<StoryRow>().Select(m => m.Key));
        foreach (var story in stories)
        {
            var match = matches[story.Position];
            rows.Add(new StoryRow
            {
                Id = match?.Id,
                Key = match?.Key ?? await NewKeyAsync(connection, date, story.Headline, taken, cancellationToken),
                IssueId = issue,
                Date = Dates.Write(date),
                Position = story.Position,
                Recency = Recency.Of(date, story.Position),
                Leader = Recency.Of(date, story.Leader),
                Section = story.Section,
                Headline = story.Headline,
                Url = story.Url,
                Text = story.Text,
                Tags = string.Join('\n', story.Tags),
                Post = match?.Post,
                HeadlineKey = StoryKey.OfHeadline(story.Headline),
                UrlKey = StoryKey.OfUrl(story.Url),
            });
        }

        await connection.RunRowsAsync(InsertKnownStories, rows.Where(r => r.Id is not null).Select(r => r.ToValues().Append(r.Id).ToArray()), cancellationToken);
        await connection.RunRowsAsync(InsertStories, rows.Where(r => r.Id is null).Select(r => r.ToValues()), cancellationToken);
    }

    /// <summary>Which of the keys that new stories would have belong to others.</summary>
    private static async Task<HashSet<string>> TakenKeysAsync(DbConnection connection, DateOnly date, IEnumerable<StoryEntry> stories, CancellationToken cancellationToken)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in stories.Select(s => StoryKeys.Of(date, s.Headline, attempt: 0)).Chunk(KeysAtOnce))
        {
            // letters and digits of our own, nothing that anybody has written
            var keys = string.Join(", ", some.Select(key => $"'{key}'"));
            taken.UnionWith(await connection.ListOnceAsync<string>($"select key from stories where key in ({keys})", cancellationToken));
        }

        return taken;
    }

    /// <summary>A key that nobody has; whether the first choice is taken is known already.</summary>
    private static async Task<string> NewKeyAsync(DbConnection connection, DateOnly date, string headline, HashSet<string> taken, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var key = StoryKeys.Of(date, headline, attempt);
            if (taken.Contains(key) || (attempt > 0 && await connection.ValueAsync<long>("select count(*) from stories where key = @key", new { key }, cancellationToken) > 0))
                continue;
            taken.Add(key);
            return key;
        }
    }
}
