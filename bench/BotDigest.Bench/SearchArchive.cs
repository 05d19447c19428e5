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
    private const int StoriesAnIssue = 30;

    private const string InsertIssue = "insert into issues (date, title, file, fingerprint, summary, source, story_count, listed) values (@date, 'title', 'file.md', @date, '[]', @source, 0, 1) returning id";

    private const string InsertStory = """
        insert into stories (key, issue_id, date, position, recency, leader, section, headline, url, text, tags)
        values (@key, @issue, @date, @position, @recency, @recency, 'section', @headline, @url, @text, 'AI 日报')
        """;

    private static readonly DateOnly Newest = new(2026, 1, 15);

    private readonly System.Data.Common.DbDataSource _source;

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

    /// <summary>Saves and lists issues newer than all others.</summary>
    /// <returns>How many milliseconds each took.</returns>
    internal async Task<List<double>> AddIssuesAsync(int count, CancellationToken cancellationToken)
    {
        var store = new IssueStore(Database, new StoryIndex(Database.Dialect));
        var (parser, texts, times) = (new IssueParser(), new IssueTexts(seed: 2), new List<double>());
        for (var day = 1; day <= count; day++)
        {
            var issue = parser.Parse(texts.Write(Newest.AddDays(day))).Issue ?? throw new InvalidOperationException("A generated issue has errors.");
            var start = Stopwatch.GetTimestamp();
            await store.SaveAsync(issue, "bench.md", default, Vocabulary.Empty, cancellationToken);
            await store.SetListedAsync(issue.Date, listed: true, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // As the service does when it has nothing else to do.
        await Database.TidyAsync(cancellationToken);
        return times;
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
