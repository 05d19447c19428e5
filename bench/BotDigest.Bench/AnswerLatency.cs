using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using BotDigest.Bot;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Updates;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Vocabularies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bench;

/// <summary>How long <c>/search</c> takes inside the process on 300 imported issues: from the update handed to the receiver to the reply's request, 2,000 times over 60 kinds of query. Arguments: the number of issues, the number of queries.</summary>
internal static class AnswerLatency
{
    private const double MedianBar = 5;
    private const double WorstBar = 25;
    private const int WarmUp = 120;

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
            using var wire = new Wire();
            using var http = new HttpClient(wire);
            var client = new TelegramBotClient(new TelegramBotClientOptions("1:bench"), http);
            string[] settings =
            [
                "--Telegram:Token=1:bench", $"--Storage:ConnectionString=Data Source={Path.Combine(folder, "bench.db")}",
                "--Limits:ChatPerSecond=100000", "--Limits:OverallPerSecond=100000", "--Limits:RequestsPerMinute=0", "--Urls=http://127.0.0.1:0",
            ];
            await using var bot = BotDigestHost.Build(settings, builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<ITelegramBotClient>(client);
            });
            await bot.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
            await ImportAsync(bot.Services.GetRequiredService<IssueStore>(), issues, cancellationToken);
            return await MeasureAsync(bot.Services.GetRequiredService<UpdateReceiver>(), wire, queries, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ImportAsync(IssueStore store, int issues, CancellationToken cancellationToken)
    {
        var (parser, texts) = (new IssueParser(), new IssueTexts(seed: 1));
        for (var i = 0; i < issues; i++)
        {
            var date = new DateOnly(2025, 1, 1).AddDays(i);
            var issue = parser.Parse(texts.Write(date)).Issue ?? throw new InvalidOperationException("A generated issue has errors.");
            await store.SaveAsync(issue, "bench.md", default, Vocabulary.Empty, cancellationToken);
            await store.SetListedAsync(date, listed: true, cancellationToken);
            await store.SetPostsAsync(date, issue.Stories.ToDictionary(s => s.Index, s => 101 + s.Index), 100, cancellationToken);
        }
    }

    private static async Task<int> MeasureAsync(UpdateReceiver receiver, Wire wire, int queries, CancellationToken cancellationToken)
    {
        var times = new List<double>(queries);
        var random = new Random(1);
        for (var i = 0; i < WarmUp + queries; i++)
        {
            var query = SearchQueries.All[i < WarmUp ? i % SearchQueries.All.Length : random.Next(SearchQueries.All.Length)];
            var request = wire.Next();
            var start = Stopwatch.GetTimestamp();
            await receiver.DispatchAsync([Ask(i, query)], cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(start, await request).TotalMilliseconds;
            if (i >= WarmUp)
                times.Add(elapsed);
        }

        times.Sort();
        var (median, late) = (At(times, 0.5), At(times, 0.99));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"answers  {queries} of {SearchQueries.All.Length} kinds, from update to request: p50 {median:0.00} ms, p99 {late:0.00} ms, worst {times[^1]:0.00} ms"));
        var fine = median <= MedianBar && late <= WorstBar;
        Console.WriteLine($"bar      p50 at most {MedianBar} ms, p99 at most {WorstBar} ms: {(fine ? "held" : "missed")}");
        return fine ? 0 : 1;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Ceiling(sorted.Count * share) - 1];

    // Each in a chat of its own: what is measured is an answer, and not the queue behind another one.
    private static Update Ask(int number, string query) => new()
    {
        Id = number + 1,
        Message = new Message
        {
            Id = 1,
            Chat = new Chat { Id = 1_000 + number, Type = ChatType.Private },
            From = new User { Id = 1_000 + number, FirstName = "Reader", LanguageCode = "zh-hans" },
            Text = "/search " + query,
            Entities = [new MessageEntity { Type = MessageEntityType.BotCommand, Offset = 0, Length = 7 }],
        },
    };

    /// <summary>Stands where the network is: notes when a request comes, and answers that all is well.</summary>
    private sealed class Wire : HttpMessageHandler
    {
        private TaskCompletionSource<long> _request = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task<long> Next()
        {
            _request = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _request.Task;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _request.TrySetResult(Stopwatch.GetTimestamp());
            const string done = """{"ok":true,"result":{"message_id":2,"date":1768442400,"chat":{"id":1,"type":"private"},"text":"x"}}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(done, Encoding.UTF8, "application/json") });
        }
    }
}
