using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BotDigest.Bot;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bench;

/// <summary>
/// The program pushes an issue to many subscribers at a thousand a second, is killed in the middle, and answers searches meanwhile.
/// Arguments: the number of subscribers, of kills, the program to run (by default the one that was built with this).
/// </summary>
internal static partial class BroadcastLoad
{
    private const int PushesPerSecond = 1000;
    private const int Readers = 20;
    private const long FirstSubscriber = 10_000_000;
    private const long FirstReader = 9_000_000;
    private const double AnswerBar = 250;
    private const double TimeBar = 1.05;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    internal static int Run(string[] args)
    {
        var subscribers = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        var kills = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2;
        var program = args.Length > 2 ? Path.GetFullPath(args[2]) : typeof(BotDigestHost).Assembly.Location;
        using var patience = new CancellationTokenSource(Patience);
        return RunAsync(subscribers, kills, program, patience.Token).GetAwaiter().GetResult();
    }

    private static async Task<int> RunAsync(int subscribers, int kills, string program, CancellationToken cancellationToken)
    {
        var home = Directory.CreateTempSubdirectory("botdigest-broadcast-");
        try
        {
            var storage = new StorageOptions { ConnectionString = $"Data Source={Path.Combine(home.FullName, "bench.db")}" };
            await using var source = StorageEngine.CreateSource(storage);
            using var database = new Database(source, StorageEngine.CreateDialect(storage));
            await SubscribeAsync(database, subscribers, cancellationToken);

            await using var sandbox = await RunningSandbox.StartAsync(null, null, cancellationToken);
            for (var i = 0; i < subscribers + Readers; i++)
                sandbox.World.PrivateChatOf(sandbox.World.Add(new Person(i < subscribers ? FirstSubscriber + i : FirstReader + i - subscribers, "Reader", null, "zh-hans")));
            var posts = home.CreateSubdirectory("posts");
            await File.WriteAllTextAsync(Path.Combine(posts.FullName, "2026-01-15.md"), new IssueTexts(seed: 1).Write(new DateOnly(2026, 1, 15)), cancellationToken);
            string[] settings =
            [
                program, "run", $"--Telegram:Token={sandbox.Token}", $"--Telegram:BaseUrl={sandbox.BaseUrl.ToString().TrimEnd('/')}", $"--Telegram:Channel=@{WorldSeed.ChannelName}",
                $"--Posts:Folder={posts.FullName}", "--Publishing:At=", "--Publishing:CatchUp=All", "--Limits:ChannelPerMinute=100000", "--Limits:PaidBroadcast=true",
                $"--Storage:ConnectionString={storage.ConnectionString}", "--Urls=http://127.0.0.1:0",
            ];
            return await MeasureAsync(sandbox, new PushWatch(sandbox.World, FirstSubscriber, subscribers), database, settings, subscribers, kills, cancellationToken);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task SubscribeAsync(Database database, int count, CancellationToken cancellationToken)
    {
        await new Migrator(database, TimeProvider.System, NullLogger<Migrator>.Instance).MigrateAsync(cancellationToken);
        await database.WriteAsync(
            async connection =>
            {
                var rows = Enumerable.Range(0, count).Select(i => new { chat = FirstSubscriber + i });
                await connection.RunAsync("insert into subscribers (chat, own_language, silent, created_at) values (@chat, 'zh-Hans', 0, 0)", rows, cancellationToken);
                await connection.RunAsync("insert into subscriptions (chat, kind, argument, created_at) select chat, 'issues', '', 0 from subscribers", null, cancellationToken);
            },
            cancellationToken);
    }

    private static async Task<int> MeasureAsync(RunningSandbox sandbox, PushWatch watch, Database database, string[] settings, int subscribers, int kills, CancellationToken cancellationToken)
    {
        var (inFlight, underWay, named, killedAt) = (0, 0, 0, 0L);
        var costs = new PushCosts();
        var talk = new SearchTalk(sandbox, watch, FirstReader, Readers);
        for (var life = 1; life <= kills + 1; life++)
        {
            using var bot = Process.Start(new ProcessStartInfo("dotnet", settings) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = bot.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = bot.StandardError.ReadToEndAsync(cancellationToken);
            var seen = watch.Arrived;
            await sandbox.World.WaitUntilAsync(() => watch.Arrived > seen, cancellationToken);
            if (life > 1)
                costs.Pause(Stopwatch.GetElapsedTime(killedAt));
            costs.Begin(watch.Arrived);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var searching = talk.RunAsync(enough.Token);
            var target = (int)((long)subscribers * life / (kills + 1));
            while (watch.People < target)
                await Task.Delay(Glance, TimeProvider.System, cancellationToken);
            if (life > kills)
                await DoneAsync(database, cancellationToken);
            await enough.CancelAsync();
            await searching;
            inFlight += sandbox.Services.Journal.InFlight.Length;
            bot.Refresh();
            costs.End(watch.Arrived, bot.TotalProcessorTime);
            killedAt = Stopwatch.GetTimestamp();
            bot.Kill();
            await bot.WaitForExitAsync(cancellationToken);
            underWay += (int)await UnderWayAsync(database, cancellationToken);
            named += TwiceLine().Count(await output);
            Console.Error.Write(await errors);
        }

        return Report(watch, talk, costs, subscribers, kills, inFlight, underWay, named);
    }

    /// <summary>Waits until nothing is left to be sent, what is in doubt included.</summary>
    private static async Task DoneAsync(Database database, CancellationToken cancellationToken)
    {
        const string open = "select count(*) from broadcast_pushes where state in ('planned', 'sending')";
        while (await database.ReadAsync(c => c.ValueAsync<long>(open, null, cancellationToken), cancellationToken) > 0)
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
    }

    /// <summary>How many pushes the dead program had begun and not kept as ended: on the wire, or answered within the last turn.</summary>
    private static Task<long> UnderWayAsync(Database database, CancellationToken cancellationToken) =>
        database.ReadAsync(c => c.ValueAsync<long>("select count(*) from broadcast_pushes where state = 'sending'", null, cancellationToken), cancellationToken);

    private static int Report(PushWatch watch, SearchTalk talk, PushCosts costs, int subscribers, int kills, int inFlight, int underWay, int named)
    {
        var waits = talk.Waits.Order().ToList();
        var late = waits[(int)Math.Ceiling(waits.Count * 0.99) - 1];
        var ideal = (double)subscribers / PushesPerSecond;
        var took = Stopwatch.GetElapsedTime(watch.FirstAt, watch.LastAt).TotalSeconds;
        Say($"broadcast  {subscribers} subscribers, {kills} kills: lost {watch.Lost}, doubled {watch.Doubled}, named as possibly doubled {named}, under way at the kills {underWay} (bar for doubled: both); on the wire at the kills {inFlight} calls");
        Say($"time       {took:0.0} s where the limit allows {ideal:0.0} s: {took / ideal:0.000} times (bar {TimeBar}); {took - costs.Paused.TotalSeconds:0.0} s but for the {costs.Paused.TotalSeconds:0.0} s between a kill and the next push");
        Say($"processor  {costs.OfProgram:0.00} ms a push in the program, {costs.OfSandbox:0.00} ms in the sandbox, its readers and this watch; {Environment.ProcessorCount} cores");
        Say($"answers    {waits.Count} searches meanwhile: p50 {waits[waits.Count / 2]:0.0} ms, p99 {late:0.0} ms, worst {waits[^1]:0.0} ms (bar p99 {AnswerBar} ms)");
        var fine = watch.Lost == 0 && watch.Doubled <= underWay && watch.Doubled <= named && late <= AnswerBar && took <= ideal * TimeBar;
        Console.WriteLine(fine ? "held" : "missed");
        return fine ? 0 : 1;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("it is sent once more and may be there twice")]
    private static partial Regex TwiceLine();
}
