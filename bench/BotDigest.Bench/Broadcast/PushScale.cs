using System.Diagnostics;
using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bench;

/// <summary>
/// Finding the pushes that are due in a minute among a million subscribers, whose hours are spread over the day, on PostgreSQL
/// (the server that BOTDIGEST_TEST_POSTGRES names; a database of its own is made there). Argument: the number of subscribers.
/// </summary>
internal static class PushScale
{
    private const string Server = "BOTDIGEST_TEST_POSTGRES";
    private const int MinutesADay = 24 * 60;
    private const int Minutes = 120;
    private const double Bar = 50;

    private static readonly DateTimeOffset Published = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero);

    internal static int Run(string[] args)
    {
        if (Environment.GetEnvironmentVariable(Server) is not { Length: > 0 } server)
        {
            Console.Error.WriteLine($"{Server} holds no connection string of a PostgreSQL server.");
            return 2;
        }

        var subscribers = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        return RunAsync(server, subscribers, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(string server, int subscribers, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"botdigest_scale_{Environment.ProcessId}");
        await CommandAsync(server, $"create database {name}", cancellationToken);
        try
        {
            var storage = new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = $"{server};Database={name}" };
            await using var source = StorageEngine.CreateSource(storage);
            using var database = new Database(source, StorageEngine.CreateDialect(storage));
            await new Migrator(database, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(cancellationToken);
            await SubscribeAsync(database, subscribers, cancellationToken);
            return await MeasureAsync(database, subscribers, cancellationToken);
        }
        finally
        {
            await CommandAsync(server, $"drop database {name} with (force)", cancellationToken);
        }
    }

    private static Task SubscribeAsync(Database database, int count, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async connection =>
            {
                await connection.RunAsync(
                    "insert into subscribers (chat, own_language, push_minute, silent, created_at) select n, 'zh-Hans', n % 1440, 0, 0 from generate_series(1, @count) n", new { count }, cancellationToken);
                await connection.RunAsync("insert into subscriptions (chat, kind, argument, created_at) select chat, 'issues', '', 0 from subscribers", null, cancellationToken);
            },
            cancellationToken);

    private static async Task<int> MeasureAsync(Database database, int subscribers, CancellationToken cancellationToken)
    {
        var clock = new StoppedClock(Published);
        var store = new PushStore(database, clock);
        var people = new SubscriberStore(database, clock);
        await store.BeginAsync(BroadcastKind.Issue, DateOnly.FromDateTime(Published.DateTime), Published, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        while (await store.NextToPlanAsync(cancellationToken) is { } broadcast)
        {
            var page = await people.ListInterestsAsync(broadcast.PlannedTo ?? 0, 1000, cancellationToken);
            await store.PlanAsync(
                broadcast, [.. page.Select(i => (i.Subscriber.Chat, PushKind.Issue, PushClock.Due(BroadcastKind.Issue, Published, i.Subscriber, TimeZoneInfo.Utc)))], page.Count < 1000 ? null : page[^1].Subscriber.Chat, cancellationToken);
        }

        Say($"plan   {subscribers} pushes in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        await database.WriteAsync(c => c.RunAsync("analyze broadcast_pushes", null, cancellationToken), cancellationToken);
        var (nearest, finding, claiming, found) = (new List<double>(), new List<double>(), new List<double>(), 0);
        for (var minute = 0; minute < Minutes; minute++)
        {
            clock.Now += TimeSpan.FromDays(1) / Minutes;
            start = Stopwatch.GetTimestamp();
            await store.NextDueAsync(cancellationToken);
            nearest.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            found += (await database.ReadAsync(c => c.ListAsync<long>(PushStore.SelectDue, new { now = clock.Now.ToUnixTimeMilliseconds(), limit = subscribers / MinutesADay }, cancellationToken), cancellationToken)).Count;
            finding.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            var due = await store.TurnAsync([], subscribers / MinutesADay, cancellationToken);
            claiming.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            found -= subscribers / MinutesADay - due.Count;
        }

        Say($"next   the moment of the next push, {Minutes} times: p50 {Middle(nearest):0.0} ms, worst {nearest.Max():0.0} ms");
        Say($"due    all pushes of a minute found, {Minutes} times, {found / Minutes} each: p50 {Middle(finding):0.0} ms, worst {finding.Max():0.0} ms (bar {Bar} ms)");
        Say($"claim  the same found, claimed and read with their subscribers: p50 {Middle(claiming):0.0} ms, worst {claiming.Max():0.0} ms");
        return found == subscribers / MinutesADay * Minutes && Middle(finding) <= Bar ? 0 : 1;
    }

    private static async Task CommandAsync(string server, string sql, CancellationToken cancellationToken)
    {
        await using var source = StorageEngine.CreateSource(new StorageOptions { Provider = StorageProvider.Postgres, ConnectionString = server });
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await connection.RunAsync(sql, null, cancellationToken);
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
