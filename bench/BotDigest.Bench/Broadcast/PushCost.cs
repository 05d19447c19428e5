using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using BotDigest.Bot;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Vocabularies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BotDigest.Bench;

/// <summary>
/// What a push costs in CPU at a thousand a second, from the push as it was claimed to the answer as it was understood, beside a bare loop that posts the same bytes and drops the answer;
/// the server is another process. Arguments: how many pushes a round, how many rounds.
/// </summary>
internal static class PushCost
{
    private const int PushesPerSecond = 1000;
    private const int MostOpen = 64;
    private const double Bar = 2;
    private const string Serve = "serve";
    private const long FirstReader = 10_000_000;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);
    private static readonly DateOnly Date = new(2026, 1, 15);

    internal static int Run(string[] args)
    {
        if (args is [Serve])
            return ServeAsync().GetAwaiter().GetResult();
        var pushes = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5_000;
        var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
        return RunAsync(pushes, rounds, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(int pushes, int rounds, CancellationToken cancellationToken)
    {
        using var server = Process.Start(new ProcessStartInfo("dotnet", [typeof(PushCost).Assembly.Location, nameof(PushCost), Serve]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardInput = true })!;
        var home = Directory.CreateTempSubdirectory("botdigest-cost-");
        try
        {
            var address = await server.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The server has not started.");
            string[] settings =
            [
                "--Telegram:Token=1:bench", $"--Telegram:BaseUrl={address}", $"--Storage:ConnectionString=Data Source={Path.Combine(home.FullName, "bench.db")}",
                "--Limits:PaidBroadcast=true", "--Limits:ChatPerSecond=100000", "--Urls=http://127.0.0.1:0",
            ];
            await using var bot = BotDigestHost.Build(settings, builder => builder.Logging.ClearProviders());
            await bot.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
            await ImportAsync(bot.Services.GetRequiredService<IssueStore>(), cancellationToken);
            return await MeasureAsync(bot.Services.GetRequiredService<PushSender>(), new Uri(address), pushes, rounds, cancellationToken);
        }
        finally
        {
            server.Kill();
            home.Delete(recursive: true);
        }
    }

    private static async Task ImportAsync(IssueStore store, CancellationToken cancellationToken)
    {
        var issue = new IssueParser().Parse(new IssueTexts(seed: 1).Write(Date)).Issue ?? throw new InvalidOperationException("A generated issue has errors.");
        await store.SaveAsync(issue, "bench.md", default, Vocabulary.Empty, cancellationToken);
        await store.SetListedAsync(Date, listed: true, cancellationToken);
        await store.SetPostsAsync(Date, issue.Stories.ToDictionary(s => s.Index, s => 101 + s.Index), 100, cancellationToken);
    }

    private static async Task<int> MeasureAsync(PushSender sender, Uri address, int pushes, int rounds, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        var send = new Uri(address, "/bot1:bench/sendMessage");
        await PushAsync(0);
        var body = await http.GetByteArrayAsync(new Uri(address, "/last"), cancellationToken);

        await RoundAsync(pushes, PostAsync);
        await RoundAsync(pushes, PushAsync);
        var (bare, ours) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            bare.Add(await RoundAsync(pushes, PostAsync));
            ours.Add(await RoundAsync(pushes, PushAsync));
        }

        var ratio = Median(ours) / Median(bare);
        Say($"body   {body.Length} bytes as it goes; {JsonSerializer.SerializeToUtf8Bytes(JsonDocument.Parse(body)).Length} with every Chinese character as an escape");
        Say($"bare   {Median(bare):0} µs of CPU a push; {string.Join(' ', bare.Select(c => c.ToString("0", CultureInfo.InvariantCulture)))}");
        Say($"ours   {Median(ours):0} µs of CPU a push; {string.Join(' ', ours.Select(c => c.ToString("0", CultureInfo.InvariantCulture)))}");
        Say($"ratio  {ratio:0.00} (bar {Bar})");
        return ratio <= Bar ? 0 : 1;

        async Task PushAsync(int number)
        {
            var push = new Push(number, new Subscriber(FirstReader + number) { OwnLanguage = "zh-Hans" }, PushKind.Issue, Date, Part: 0, Attempts: 1, TimeProvider.System.GetUtcNow());
            if (await sender.SendAsync(push, cancellationToken) is not PushResult.Sent)
                throw new InvalidOperationException("A push has not arrived.");
        }

        async Task PostAsync(int number)
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await http.PostAsync(send, content, cancellationToken);
            answer.EnsureSuccessStatusCode();
        }
    }

    /// <summary>So many at a thousand a second.</summary>
    /// <returns>What one costs, in microseconds of CPU.</returns>
    private static async Task<double> RoundAsync(int count, Func<int, Task> sendAsync)
    {
        using var places = new SemaphoreSlim(MostOpen);
        using var timer = new PeriodicTimer(Tick);
        var (start, before, open) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, new List<Task>(count));
        while (open.Count < count && await timer.WaitForNextTickAsync())
        {
            var due = Math.Min(count, (int)(Stopwatch.GetElapsedTime(start).TotalSeconds * PushesPerSecond));
            while (open.Count < due)
            {
                await places.WaitAsync();
                open.Add(OneAsync(open.Count));
            }
        }

        await Task.WhenAll(open);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / count;

        async Task OneAsync(int number)
        {
            await sendAsync(number);
            places.Release();
        }
    }

    /// <summary>A Telegram that takes every message and answers with it, as the real one does.</summary>
    private static async Task<int> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        byte[] last = [];
        byte[] answer = [];
        server.MapGet("/last", () => Results.Bytes(last));
        server.MapPost("/{token}/{method}", async context =>
        {
            if (last.Length == 0)
            {
                using var buffer = new MemoryStream();
                await context.Request.Body.CopyToAsync(buffer);
                (last, answer) = (buffer.ToArray(), Answer(buffer.ToArray()));
            }
            else
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await server.StartAsync();
        Console.WriteLine(server.Urls.First());
        await server.WaitForShutdownAsync();
        return 0;
    }

    private static byte[] Answer(byte[] body)
    {
        using var message = JsonDocument.Parse(body);
        var text = message.RootElement.GetProperty("text").GetString();
        return JsonSerializer.SerializeToUtf8Bytes(new { ok = true, result = new { message_id = 1, date = 1_768_435_200, chat = new { id = FirstReader, type = "private", first_name = "Reader" }, text } });
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
