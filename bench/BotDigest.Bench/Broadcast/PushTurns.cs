using System.Diagnostics;
using System.Globalization;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bench;

/// <summary>How long a turn of the push service takes in the database: so many results kept and so many pushes claimed. Arguments: the number of subscribers, the number of places.</summary>
internal static class PushTurns
{
    internal static int Run(string[] args)
    {
        var subscribers = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var places = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 32;
        return RunAsync(subscribers, places, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(int subscribers, int places, CancellationToken cancellationToken)
    {
        var home = Directory.CreateTempSubdirectory("botdigest-turns-");
        try
        {
            var storage = new StorageOptions { ConnectionString = $"Data Source={Path.Combine(home.FullName, "bench.db")}" };
            await using var source = StorageEngine.CreateSource(storage);
            using var database = new Database(source, StorageEngine.CreateDialect(storage));
            await new Migrator(database, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(cancellationToken);
            await database.WriteAsync(
                async connection =>
                {
                    var rows = Enumerable.Range(1, subscribers).Select(i => new { chat = i });
                    await connection.RunAsync("insert into subscribers (chat, own_language, silent, created_at) values (@chat, 'zh-Hans', 0, 0)", rows, cancellationToken);
                },
                cancellationToken);
            var store = new PushStore(database, TimeProvider.System);
            await store.BeginAsync(BroadcastKind.Issue, new DateOnly(2026, 1, 15), DateTimeOffset.UnixEpoch, cancellationToken);
            var broadcast = (await store.NextToPlanAsync(cancellationToken))!;
            var start = Stopwatch.GetTimestamp();
            foreach (var page in Enumerable.Range(1, subscribers).Chunk(1000))
                await store.PlanAsync(broadcast, [.. page.Select(i => ((long)i, PushKind.Issue, DateTimeOffset.UnixEpoch))], plannedTo: page[^1], cancellationToken);
            Say($"plan  {subscribers} pushes in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s");
            var times = new List<double>();
            List<Push> claimed = [];
            for (var turn = 0; turn < 500; turn++)
            {
                var results = claimed.ConvertAll(p => (PushResult)new PushResult.Sent(p, 1));
                start = Stopwatch.GetTimestamp();
                claimed = await store.TurnAsync(results, places, cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            Say($"turn  {places} kept and {places} claimed: p50 {times[times.Count / 2]:0.0} ms, p99 {times[(int)(times.Count * 0.99)]:0.0} ms");
            return 0;
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
