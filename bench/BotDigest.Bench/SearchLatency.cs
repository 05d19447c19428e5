using System.Diagnostics;
using System.Globalization;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Vocabularies;
using Npgsql;

namespace BotDigest.Bench;

/// <summary>
/// How long a search takes on 10,000 and on 100,000 stories: the first page of ten and the total, over 60 queries, next to brute force in memory and to FTS5's trigram tokenizer in the same run,
/// and next to PostgreSQL where <c>BOTDIGEST_TEST_POSTGRES</c> names a server. Arguments: the numbers of stories. A query's time is the middle of its runs.
/// </summary>
internal static class SearchLatency
{
    private const int Rounds = 35;
    private const int WarmUp = 60;
    private const int PageRounds = 5;
    private const int TrigramRounds = 3;
    private const int LatestIssues = 3;
    private const int NewIssues = 21;
    private const int PageSize = 10;
    private const int Large = 100_000;

    internal static int Run(string[] args)
    {
        var sizes = args.Length > 0 ? args.Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray() : [10_000, Large];
        return RunAsync(sizes, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(int[] sizes, CancellationToken cancellationToken)
    {
        var fine = true;
        foreach (var size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("botdigest-bench-").FullName;
            try
            {
                fine &= await MeasureAsync(size, $"Data Source={Path.Combine(folder, "bench.db")}", cancellationToken);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return fine ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(int size, string file, CancellationToken cancellationToken)
    {
        var stories = SearchArchive.Stories(size);
        var scan = new SearchScan(stories);
        var start = Stopwatch.GetTimestamp();
        await using var archive = await SearchArchive.CreateAsync(new StorageOptions { ConnectionString = file }, stories, cancellationToken);
        Print($"\n{size:N0} stories, {scan.Characters:N0} characters, indexed in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s; {SearchQueries.All.Length} queries");
        var indexBytes = await archive.IndexBytesAsync(cancellationToken);
        var store = new SearchStore(archive.Database);
        await CheckAsync(store, scan, cancellationToken);
        var bytes = SearchArchive.BytesOf(stories);
        await archive.AddIssuesAsync(LatestIssues, stories, cancellationToken);
        scan = new SearchScan(stories);
        await CheckAsync(store, scan, cancellationToken);
        var (index, brute) = await CompareAsync(store, scan, cancellationToken);
        Print("                   p50 ms   worst ms  worst query        worst run");
        Print("SQLite index", index);
        Print("brute force", brute);
        Print("SQLite, texts", await PagesAsync(store, cancellationToken));
        var times = await archive.AddIssuesAsync(NewIssues, stories, cancellationToken);
        var trigrams = size >= Large ? await TrigramsAsync(archive.Database, stories, cancellationToken) : null;
        await PostgresAsync(stories, scan, cancellationToken);
        var share = size >= Large ? 0.15 : 0.3;
        var fine = Holds($"p50 at most {share} of brute force", index.Median / brute.Median, share);
        fine &= Holds("worst query at most 1.2 of brute force's worst", index.Worst.Time / brute.Worst.Time, 1.2);
        fine &= Holds("runs at least 2,000 (2,000 / runs at most 1)", 2_000.0 / index.Runs, 1);
        if (trigrams is not null)
            fine &= Holds("worst query at most 1/50 of the trigrams' worst", index.Worst.Time / trigrams.Worst.Time, 0.02);
        fine &= Holds($"a new issue of 30 stories indexed in at most 20 ms (worst of {NewIssues}: {times.Max():0.0})", SearchTimes.Middle(times), 20);
        return fine & Holds("index at most 3.5 of the text", (double)indexBytes / bytes, 3.5);
    }

    /// <summary>The totals are those of the scan.</summary>
    private static async Task CheckAsync(SearchStore store, SearchScan scan, CancellationToken cancellationToken)
    {
        foreach (var text in SearchQueries.All)
        {
            var (found, expected) = (await store.RankAsync(Parse(text), 0, PageSize, cancellationToken), scan.Find(Parse(text)));
            if (found.Total != expected.Total)
                throw new InvalidOperationException($"'{text}': the index finds {found.Total}, the scan {expected.Total}.");
        }
    }

    /// <summary>Round by round in turn, so that what else the machine does hits both alike; the new issues are in both, and the index is packed as the service leaves it an hour after an issue.</summary>
    private static async Task<(SearchTimes Index, SearchTimes Brute)> CompareAsync(SearchStore store, SearchScan scan, CancellationToken cancellationToken)
    {
        var (index, brute) = (new SearchTimes(), new SearchTimes());
        var queries = SearchQueries.All.Select(q => (Text: q, Query: Parse(q))).ToList();
        for (var round = 0; round < WarmUp; round++)
        {
            foreach (var (_, query) in queries)
                await store.RankAsync(query, 0, PageSize, cancellationToken);
        }

        foreach (var (_, query) in queries)
            scan.Find(query);

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (text, query) in queries)
                await index.MeasureAsync(text, () => store.RankAsync(query, 0, PageSize, cancellationToken));
            foreach (var (text, query) in queries)
                await brute.MeasureAsync(text, () => Task.FromResult(scan.Find(query)));
        }

        return (index, brute);
    }

    /// <summary>The same with the ten stories read, and their snippets.</summary>
    private static async Task<SearchTimes> PagesAsync(SearchStore store, CancellationToken cancellationToken)
    {
        var times = new SearchTimes();
        for (var round = 0; round < PageRounds; round++)
        {
            foreach (var query in SearchQueries.All)
                await times.MeasureAsync(query, () => store.SearchAsync(Parse(query), 0, PageSize, cancellationToken));
        }

        return times;
    }

    private static async Task<SearchTimes> TrigramsAsync(Database database, List<(string Headline, string Text)> stories, CancellationToken cancellationToken)
    {
        var trigrams = new SearchTrigram(database);
        await trigrams.FillAsync(stories, cancellationToken);
        var times = new SearchTimes();
        for (var round = 0; round < TrigramRounds; round++)
        {
            foreach (var query in SearchQueries.All)
                await times.MeasureAsync(query, () => trigrams.FindAsync(Parse(query), cancellationToken));
        }

        Print("FTS5 trigrams", times);
        return times;
    }

    private static async Task PostgresAsync(List<(string Headline, string Text)> stories, SearchScan scan, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("BOTDIGEST_TEST_POSTGRES") is not { Length: > 0 } server)
            return;
        await using var source = NpgsqlDataSource.Create(server);
        await ExecuteAsync("drop schema if exists bench_search cascade; create schema bench_search");
        var options = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = new NpgsqlConnectionStringBuilder(server) { SearchPath = "bench_search", CommandTimeout = 600 }.ConnectionString };
        var start = Stopwatch.GetTimestamp();
        await using (var archive = await SearchArchive.CreateAsync(options, stories, cancellationToken))
        {
            await ExecuteAsync("analyze");
            var filled = Stopwatch.GetElapsedTime(start);
            await CheckAsync(new SearchStore(archive.Database), scan, cancellationToken);
            var (times, _) = await CompareAsync(new SearchStore(archive.Database), scan, cancellationToken);
            Print("PostgreSQL index", times);
            Print($"  (indexed in {filled.TotalSeconds:0} s, {(double)await archive.IndexBytesAsync(cancellationToken) / SearchArchive.BytesOf(stories):0.00} of the text)");
        }

        await ExecuteAsync("drop schema bench_search cascade");

        async Task ExecuteAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static SearchQuery Parse(string query) => SearchQuery.Parse(query, new DateOnly(2026, 1, 15), Vocabulary.Empty);

    private static bool Holds(string bar, double value, double limit)
    {
        Print($"  {(value <= limit ? "held  " : "MISSED")} {bar}: {value:0.000}");
        return value <= limit;
    }

    private static void Print(string name, SearchTimes times) => Print($"{name,-16} {times.Median,8:0.000} {times.Worst.Time,10:0.00}  {times.Worst.Query,-16} {times.WorstRun,10:0.0}");

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private static void Print(string text) => Console.WriteLine(text);
}
