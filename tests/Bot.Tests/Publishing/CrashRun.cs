using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>The program, killed again and again while somebody keeps changing the folder; and what the channel shows in the end, next to one that has only ever seen the folder as it is then.</summary>
internal sealed partial class CrashRun : IAsyncDisposable
{
    private static readonly int Seed = Counts.Asked("BOTDIGEST_TEST_SEED") ?? 20260115;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(25);

    private readonly BotDriver _driver;
    private readonly LedgerGlance _ledger;
    private readonly CallWatch _calls;
    private readonly CrashWork _work;
    private readonly Random _random = new(Seed);
    private readonly HashSet<int> _named = [];
    private string _last = "";

    private CrashRun(BotDriver driver, StorageOptions storage)
    {
        _driver = driver;
        _ledger = new LedgerGlance(storage);
        _calls = new CallWatch(driver.Sandbox.Services);
        _work = new CrashWork(driver.Posts, _random);
    }

    /// <summary>How many of the kills hit a call under way.</summary>
    public int Inside => _calls.Abandoned;

    /// <summary>How many issues there are.</summary>
    public int Issues => _work.Issues;

    /// <summary>What the channel shows.</summary>
    public ImmutableArray<Message> Channel => _driver.Channel;

    /// <summary>The posts that the log has named as copies of others, and that are on the channel.</summary>
    public ImmutableArray<int> Named => [.. _named.Order()];

    /// <summary>Copies of the channel's posts that lie about in the editors' chat.</summary>
    public int Strays => _driver.EditorsChat.Count(m => m.Origin is not null);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Prepares a run.</summary>
    /// <param name="storage">Where the ledger is; null for a SQLite file.</param>
    /// <param name="withEditors">Whether there is an editors' chat to look through.</param>
    public static async Task<CrashRun> CreateAsync(StorageOptions? storage, bool withEditors)
    {
        string[] editors = withEditors ? [] : ["--Telegram:EditorsChat="];
        string[] database = storage is null ? [] : [$"--Storage:Provider={storage.Provider}", $"--Storage:ConnectionString={storage.ConnectionString}"];
        var driver = await BotDriver.CreateAsync(["--Publishing:CatchUp=All", .. editors, .. database]);
        var run = new CrashRun(driver, storage ?? new StorageOptions { ConnectionString = $"Data Source={driver.Database}" });
        await run._ledger.MigrateAsync(Cancellation);
        return run;
    }

    /// <summary>Kills the program a number of times, and then lets it finish.</summary>
    public async Task KillAsync(int kills)
    {
        var faults = _driver.Sandbox.Services.Faults;
        faults.Seed(Seed);
        foreach (var method in (string[])["sendMessage", "editMessageText", "deleteMessage", "forwardMessage"])
            faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = true, Method = method, Probability = 0.1 });
        faults.Add(new FaultRule { Kind = FaultKind.Delay, MinMs = 0, MaxMs = 50 });
        for (var kill = 0; kill < kills; kill++)
        {
            _last = _work.Next();
            await KillOnceAsync();
        }

        faults.Clear();
        await FinishAsync(_last);
    }

    /// <summary>Compares the channel, without the copies that the log has named, with one that has only ever seen the folder as it is now.</summary>
    public async Task<ChannelComparison> CompareAsync()
    {
        await using var fresh = await BotDriver.CreateAsync("--Publishing:CatchUp=All");
        foreach (var file in _work.Shown)
            File.Copy(file, Path.Combine(fresh.Posts, Path.GetFileName(file)));
        await fresh.StartBotAsync();
        foreach (var file in _work.Shown)
            await fresh.PublishedAsync(DateOnly.ParseExact(Path.GetFileNameWithoutExtension(file), "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return ChannelComparison.Of(fresh.Channel, [.. _driver.Channel.Where(m => !_named.Contains(m.Id))]);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        await _driver.DisposeAsync();
    }

    /// <summary>Starts the program and waits until it has nothing left to do.</summary>
    private async Task FinishAsync(string file)
    {
        _last = file;
        await using var bot = BotProcess.Start(_driver.Settings());
        await AnyOfAsync(bot, [_ledger.IdleAsync(_last, Cancellation)]);
        await _ledger.CleanAsync(Cancellation);
        await bot.KillAsync(Cancellation);
        // how its successor waits for that is what ReplicaTests look at
        await _ledger.ReleaseAsync(Cancellation);
        Note(bot);
    }

    /// <summary>Starts the program and kills it: mostly during a call or soon after one, now and then when it has nothing left to do.</summary>
    private async Task KillOnceAsync()
    {
        await using var bot = BotProcess.Start(_driver.Settings());
        var (target, wantsOpen) = (_calls.Begun + _random.Next(1, 6), _random.NextDouble() < 0.8);
        var wait = wantsOpen || _random.NextDouble() < 0.5 ? TimeSpan.Zero : ShortWait * _random.NextDouble();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var reached = _driver.Sandbox.World.WaitUntilAsync(() => _calls.Begun >= target && (!wantsOpen || _calls.Open > 0), enough.Token);
        await AnyOfAsync(bot, [reached, _ledger.IdleAsync(_last, enough.Token)]);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, TimeProvider.System, Cancellation);
        await bot.KillAsync(Cancellation);
        await _ledger.ReleaseAsync(Cancellation);
        await enough.CancelAsync();
        await _driver.Sandbox.World.WaitUntilAsync(() => _calls.Open == 0, Cancellation);
        Note(bot);
    }

    /// <summary>Waits for the first of some events; that none comes in time, or that the program ends by itself, is a failure.</summary>
    private async Task AnyOfAsync(BotProcess bot, IEnumerable<Task> events)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var late = Task.Delay(Patience, TimeProvider.System, patience.Token);
        var ended = bot.WaitForEndAsync(patience.Token);
        var first = await Task.WhenAny([.. events, late, ended]);
        await patience.CancelAsync();
        if (first == late || first == ended)
            Assert.Fail($"{(first == late ? "The program makes no headway" : "The program ended by itself")} with {Path.GetFileName(_last)}:\n{await _ledger.DescribeAsync(Cancellation)}\n{bot.Output}");
        await first;
    }

    private void Note(BotProcess bot)
    {
        foreach (var id in TwiceLine().Matches(bot.Output).SelectMany(m => m.Groups[1].Value.Split(", ")))
            _named.Add(int.Parse(id, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("is probably there twice: ([0-9, ]+) beside")]
    private static partial Regex TwiceLine();
}
