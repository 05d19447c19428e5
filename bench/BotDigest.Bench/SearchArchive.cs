using System.Diagnostics;
using System.Globalization;
using System.Text;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Vocabularies;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bench;

/// <summary>A database of many stories, thirty an issue, filled in one transaction and packed, as an upgrade leaves it.</summary>
internal sealed class SearchArchive : IAsyncDisposable
{
    /// <summary>How many stories an issue has; story i of the issue d days before the newest is <c>s_d_i</c>.</summary>
    internal const int StoriesAnIssue = 30;

    // The service packs every hour, and issues come once a day.
    private const int IssuesAPacking = 3;

    private const string InsertIssue = "insert into issues (date, title, file, fingerprint, summary, source, story_count, listed) values (@date, 'title', 'file.md', @date, '[]', @source, 0, 1) returning id";

    private const string InsertStory = """
        insert into stories (key, issue_id, date, position, recency, leader, section, headline, url, text, tags)
        values (@key, @issue, @date, @position, @recency, @recency, 'section', @headline, @url, @text, 'AI 日报')
        """;

    private static readonly DateOnly Newest = new(2026, 1, 15);

    private readonly System.Data.Common.DbDataSource _source;

    private readonly IssueTexts _texts = new(seed: 2);

    private DateOnly _last = Newest;

    private SearchArchive(StorageOptions options)
    {
        _source = StorageEngine.CreateSource(options);
        Database = new Database(_source, StorageEngine.CreateDialect(options));
    }

    internal Database Database { get; }

    /// <summary>Makes stories from a seed, the newest first.</summary>
    internal static List<(string Headline, string Text)> Stories(int count)
    {
        var texts = new SearchTexts(seed: 1);
        return [.. Enumerable.Range(0, count).Select(_ => texts.Next())];
    }

    internal static long BytesOf(List<(string Headline, string Text)> stories) => stories.Sum(s => (long)Encoding.UTF8.GetByteCount(s.Headline) + Encoding.UTF8.GetByteCount(s.Text));

    internal static async Task<SearchArchive> CreateAsync(StorageOptions options, List<(string Headline, string Text)> stories, CancellationToken cancellationToken)
    {
        var archive = new SearchArchive(options);
        await new Migrator(archive.Database, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(cancellationToken);
        var index = new StoryIndex(archive.Database.Dialect);
        await archive.Database.WriteAsync(
            async connection =>
            {
                // The oldest issue first, as they come.
                foreach (var (day, issue) in stories.Chunk(StoriesAnIssue).Index().Reverse())
                {
                    var on = Newest.AddDays(-day);
                    var date = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    var id = await connection.ValueAsync<long>(InsertIssue, new { date, source = Array.Empty<byte>() }, cancellationToken);
                    var rows = issue.Select((s, i) => new { key = $"s_{day}_{i}", issue = id, date, position = (long)i, recency = Recency.Of(on, i), headline = s.Headline, url = $"https://example.com/{day}/{i}", text = s.Text });
                    await connection.RunAsync(InsertStory, rows.ToList(), cancellationToken);
                    await index.AddAsync(connection, id, cancellationToken);
                }

                await index.PackAsync(connection, cancellationToken);
            },
            cancellationToken);
        return archive;
    }

    /// <summary>Saves and lists issues newer than all others, and packs the index in between and in the end.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stories">All stories, the newest first: those of the new issues are put before them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many milliseconds each took, without the packing.</returns>
    internal async Task<List<double>> AddIssuesAsync(int count, List<(string Headline, string Text)> stories, CancellationToken cancellationToken)
    {
        var index = new StoryIndex(Database.Dialect);
        var store = new IssueStore(Database, index);
        var (parser, times) = (new IssueParser(), new List<double>());
        for (var number = 1; number <= count; number++)
        {
            _last = _last.AddDays(1);
            var issue = parser.Parse(_texts.Write(_last)).Issue ?? throw new InvalidOperationException("A generated issue has errors.");
            var start = Stopwatch.GetTimestamp();
            await store.SaveAsync(issue, "bench.md", default, Vocabulary.Empty, cancellationToken);
            await store.SetListedAsync(issue.Date, listed: true, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            stories.InsertRange(0, StoryEntry.Of(issue, Vocabulary.Empty).Select(s => (s.Headline, s.Text)));
            if (number % IssuesAPacking == 0)
                await PackAsync(index, cancellationToken);
        }

        return times;
    }

    /// <summary>What the service does within the hour after an issue has come, and then when it has nothing else to do.</summary>
    private async Task PackAsync(StoryIndex index, CancellationToken cancellationToken)
    {
        while (await Database.WriteAsync(c => index.PackSomeAsync(c, cancellationToken), cancellationToken))
            cancellationToken.ThrowIfCancellationRequested();
        await Database.TidyAsync(cancellationToken);
    }

    /// <summary>How many bytes the search index takes.</summary>
    internal Task<long> IndexBytesAsync(CancellationToken cancellationToken)
    {
        const string sqlite = """
            select (select sum(length(block)) from story_search_data) + (select sum(length(sz)) from story_search_docsize)
                 + (select sum(length(block)) from headline_search_data) + (select sum(length(sz)) from headline_search_docsize)
            """;
        const string postgres = "select pg_total_relation_size('story_search')";
        return Database.ReadAsync(c => c.ValueAsync<long>(Database.Dialect.Provider == StorageProvider.Sqlite ? sqlite : postgres, null, cancellationToken), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Database.Dispose();
        await _source.DisposeAsync();
    }
}
