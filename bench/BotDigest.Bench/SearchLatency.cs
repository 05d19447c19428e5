using System.Diagnostics;
using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Vocabularies;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bench;

/// <summary>How long a search takes on 300 imported issues: the first page and its total, over 2,000 queries of 60 kinds. Arguments: the number of issues, the number of queries.</summary>
internal static class SearchLatency
{
    private const double MedianBar = 5;
    private const double WorstBar = 25;

    internal static int Run(string[] args)
    {
        var issues = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
        var queries = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2_000;
        return RunAsync(issues, queries, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(int issues, int queries, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("botdigest-bench-").FullName;
        try
        {
            var options = Server is { } server
                ? new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = server }
                : new StorageOptions { ConnectionString = $"Data Source={Path.Combine(folder, "bench.db")}" };
            await using var source = StorageEngine.CreateSource(options);
            using var database = new Database(source, StorageEngine.CreateDialect(options));
            await new Migrator(database, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(cancellationToken);
            Console.WriteLine($"engine   {database.Dialect.Provider}");
            await ImportAsync(new IssueStore(database, new StoryIndex(database.Dialect)), issues, cancellationToken);
            return await MeasureAsync(new SearchStore(database), queries, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>An empty database on a PostgreSQL server, to measure that engine instead.</summary>
    private static string? Server => Environment.GetEnvironmentVariable("BOTDIGEST_BENCH_POSTGRES");

    private static async Task ImportAsync(IssueStore store, int issues, CancellationToken cancellationToken)
    {
        var parser = new IssueParser();
        var texts = new IssueTexts(seed: 1);
        var times = new List<double>();
        long characters = 0;
        var stories = 0;
        for (var i = 0; i < issues; i++)
        {
            var date = new DateOnly(2025, 1, 1).AddDays(i);
            var issue = parser.Parse(texts.Write(date)).Issue ?? throw new InvalidOperationException("A generated issue has errors.");
            characters += issue.Stories.Sum(s => s.Headline.Length + StoryText.Plain(s).Length);
            stories += issue.Stories.Count();
            var start = Stopwatch.GetTimestamp();
            await store.SaveAsync(issue, "bench.md", default, Vocabulary.Empty, cancellationToken);
            await store.SetListedAsync(date, listed: true, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine($"archive  {issues} issues, {stories} stories, {characters:N0} characters");
        Print("index", times);
    }

    private static async Task<int> MeasureAsync(SearchStore store, int queries, CancellationToken cancellationToken)
    {
        foreach (var query in SearchQueries.All)
            await store.SearchAsync(query, 0, 10, cancellationToken);
        var times = new List<double>(queries);
        var byQuery = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var random = new Random(1);
        long hits = 0;
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < queries; i++)
        {
            var query = SearchQueries.All[random.Next(SearchQueries.All.Length)];
            var start = Stopwatch.GetTimestamp();
            var page = await store.SearchAsync(query, 0, 10, cancellationToken);
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            hits += page.Total;
            times.Add(time);
            (byQuery.TryGetValue(query, out var list) ? list : byQuery[query] = []).Add(time);
        }

        process.Refresh();
        var work = (process.TotalProcessorTime - before).TotalMilliseconds / queries;
        Console.WriteLine($"queries  {queries} of {SearchQueries.All.Length} kinds, {hits / queries} hits on average");
        foreach (var (query, list) in byQuery.OrderByDescending(q => q.Value.Average()).Take(5))
            Console.WriteLine($"  slow   {query}: {list.Average():0.00} ms on average");
        Print("search", times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"work     {work:0.00} ms of processor time a query, whatever else the machine does"));
        var fine = Percentile(times, 0.5) <= MedianBar && Percentile(times, 0.99) <= WorstBar;
        Console.WriteLine($"bar      p50 at most {MedianBar} ms, p99 at most {WorstBar} ms: {(fine ? "held" : "missed")}");
        return fine ? 0 : 1;
    }

    private static void Print(string name, List<double> times) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-8} p50 {Percentile(times, 0.5):0.00} ms, p99 {Percentile(times, 0.99):0.00} ms, worst {times.Max():0.00} ms"));

    private static double Percentile(List<double> times, double share) => times.Order().ElementAt((int)Math.Ceiling(times.Count * share) - 1);
}
