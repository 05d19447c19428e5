using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>How long it takes from a file's rest to its first message, next to the least that a program can do: watch a folder and post a fixed text. <c>tests/drop.sh</c> drops as much as one likes.</summary>
public sealed class DropTests
{
    private const string CountVariable = "BOTDIGEST_TEST_DROPS";
    private const int UsualDrops = 10;
    private const double MostTimes = 5;

    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Worst = TimeSpan.FromMilliseconds(300);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_message_is_on_the_channel_soon_after_the_settle_time()
    {
        var drops = Counts.Asked(CountVariable);
        await using var bot = await BotDriver.CreateAsync("--Posts:SettleFor=00:00:00.100");
        await using var ledger = new LedgerGlance(new StorageOptions { ConnectionString = $"Data Source={bot.Database}" });
        await ledger.MigrateAsync(Cancellation);
        await using var program = BotProcess.Start(bot.Settings());
        await bot.UntilAsync(() => program.Output.Contains("posts to", StringComparison.Ordinal), "the program is ready");
        using var bare = new BareWatcher(bot.Sandbox);
        var (ours, its) = (new List<TimeSpan>(), new List<TimeSpan>());
        var date = new DateOnly(2026, 1, 1);
        for (var drop = 0; drop < (drops ?? UsualDrops); drop++, date = date.AddDays(1))
        {
            its.Add(await MeasureAsync(bot.Sandbox, WorldSeed.Editors, m => m.Body.Words.Text == BareWatcher.Text, () => bare.Drop(drop)));
            var issue = IssueText.Long(date.Year, date.Month, date.Day, sections: 2, length: 600);
            ours.Add(await MeasureAsync(bot.Sandbox, WorldSeed.Channel, _ => true, () => bot.Drop(issue)));
            await ledger.IdleAsync(Path.Combine(bot.Posts, issue.FileName), Cancellation);
        }

        var (p99, bareP99) = (Percentile(ours, 0.99), Percentile(its, 0.99));
        Counts.Tell($"{ours.Count} drops, from the end of the settle time to the first message: p50 {Percentile(ours, 0.5):F1} ms, p99 {p99:F1} ms, worst {ours.Max().TotalMilliseconds:F1} ms; a bare watcher in the same run: p50 {Percentile(its, 0.5):F1} ms, p99 {bareP99:F1} ms: {p99 / bareP99:F1} times");
        Counts.Tell($"worst {string.Join(' ', ours.Select((t, i) => (t, i)).OrderByDescending(x => x.t).Take(12).Select(x => $"{x.i}:{x.t.TotalMilliseconds:F0}"))}");
        Assert.All(ours, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(5)));
        // a few drops have no p99
        if (drops is null)
            return;
        Assert.True(p99 <= Worst.TotalMilliseconds, $"p99 is {p99:F1} ms.");
        Assert.True(p99 <= MostTimes * bareP99, $"p99 is {p99 / bareP99:F1} times that of the bare watcher.");
    }

    private static async Task<TimeSpan> MeasureAsync(RunningSandbox sandbox, long chat, Func<Message, bool> counts, Action drop)
    {
        var before = Count();
        var start = TimeProvider.System.GetTimestamp();
        drop();
        await sandbox.World.WaitUntilAsync(() => Count() > before, Cancellation);
        return TimeProvider.System.GetElapsedTime(start) - Settle;

        int Count() => sandbox.World.MessagesOf(chat).Count(counts);
    }

    private static double Percentile(IEnumerable<TimeSpan> times, double share)
    {
        var ordered = times.Order().ToList();
        return ordered[Math.Min(ordered.Count - 1, (int)Math.Ceiling(share * ordered.Count) - 1)].TotalMilliseconds;
    }

    /// <summary>Waits for a file to be quiet for the settle time and posts a fixed text.</summary>
    private sealed class BareWatcher : IDisposable
    {
        internal const string Text = "fixed";

        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("botdigest-bare-");
        private readonly FileSystemWatcher _watcher;
        private readonly ITimer _timer;
        private readonly HttpClient _http = new();
        private readonly Uri _address;
        private readonly string _body = new JsonObject { ["chat_id"] = WorldSeed.Editors, ["text"] = Text }.ToJsonString();

        public BareWatcher(RunningSandbox sandbox)
        {
            _address = new Uri($"{sandbox.BaseUrl}bot{sandbox.Token}/sendMessage");
            _timer = TimeProvider.System.CreateTimer(_ => _ = PostAsync(Cancellation), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _watcher = new FileSystemWatcher(_folder.FullName) { EnableRaisingEvents = true };
            _watcher.Created += (_, _) => _timer.Change(Settle, Timeout.InfiniteTimeSpan);
            _watcher.Changed += (_, _) => _timer.Change(Settle, Timeout.InfiniteTimeSpan);
        }

        public void Drop(int number) => File.WriteAllText(Path.Combine(_folder.FullName, number.ToString(CultureInfo.InvariantCulture) + ".md"), Text);

        public void Dispose()
        {
            _watcher.Dispose();
            _timer.Dispose();
            _http.Dispose();
            _folder.Delete(recursive: true);
        }

        private async Task PostAsync(CancellationToken cancellationToken)
        {
            using var content = new StringContent(_body, Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync(_address, content, cancellationToken);
            answer.EnsureSuccessStatusCode();
        }
    }
}
