using BotDigest.Bot.Cli;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Cli;
using BotDigest.Bot.Tests.Storage;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>Two services on one PostgreSQL, one folder and one bot: a program of its own, which came first, and one in this process.</summary>
public sealed class ReplicaTests
{
    private const int Taken = 1020;
    private const int Lost = 1021;
    private const int Waits = 1022;
    private const int Rights = 2;
    private const int Conflict = 3002;
    private const int Shown = 5001;
    private const int TooEarly = 409;
    private const string HasLost = "another one has it by now";

    private static readonly long[] Readers = [WorldSeed.Owner, WorldSeed.ChineseReader, WorldSeed.EnglishReader];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_publishes_and_polls_and_the_other_takes_over_when_it_is_killed()
    {
        await using var database = await DatabaseFixture.CreateAsync(StorageProvider.Postgres, migrate: false);
        await using var second = await CreateAsync(database);
        await using var first = await StartFirstAsync(second);
        await StandByAsync(second);
        second.Drop(IssueText.Of(2026, 1, 2));
        await second.PublishedAsync(new DateOnly(2026, 1, 2));
        Assert.DoesNotContain(second.Log.Lines, l => l.Event is Taken or Shown);

        await first.KillAsync(Cancellation);
        var killed = TimeProvider.System.GetTimestamp();
        second.Drop(IssueText.Of(2026, 1, 3));
        await second.UntilAsync(() => second.Channel.Length == 3, "the second one publishes");
        Counts.Tell($"killed; the other one published after {TimeProvider.System.GetElapsedTime(killed).TotalSeconds:F1} s");
        await second.PublishedAsync(new DateOnly(2026, 1, 3));
        var question = second.Sandbox.Users.Send(WorldSeed.EnglishReader, "/today");
        await second.UntilAsync(() => second.Sandbox.World.MessagesOf(question.ChatId).Any(m => m.Id > question.Id && m.Author.IsBot), "the second one answers");
        Assert.Equal([1, 2, 3], second.Channel.Select(m => m.Id));
        Assert.Single(second.Log.Lines, l => l.Event == Shown);
        AssertNoConflict(first, second);
    }

    [Fact]
    public async Task Whoever_ends_in_good_order_leaves_the_work_to_the_other_at_once()
    {
        await using var database = await DatabaseFixture.CreateAsync(StorageProvider.Postgres, migrate: false);
        await using var second = await CreateAsync(database);
        await using var first = await StartFirstAsync(second);
        await StandByAsync(second);
        await first.StopAsync(Cancellation);
        Assert.Equal(ExitCode.Fine, first.ExitCode);
        await second.UntilAsync(() => second.Log.Lines.Count(l => l.Event == Taken) == Rights, "the second one takes over");
        second.Drop(IssueText.Of(2026, 1, 2));
        await second.PublishedAsync(new DateOnly(2026, 1, 2));
        Assert.Equal([1, 2], second.Channel.Select(m => m.Id));
        AssertNoConflict(first, second);
    }

    [Fact]
    public async Task A_service_that_stood_still_past_its_right_touches_nothing_and_waits()
    {
        await using var database = await DatabaseFixture.CreateAsync(StorageProvider.Postgres, migrate: false);
        await using var second = await CreateAsync(database);
        await using var first = await StartFirstAsync(second);
        await StandByAsync(second);
        await first.SuspendAsync(Cancellation);
        second.Drop(IssueText.Of(2026, 1, 2));
        await second.PublishedAsync(new DateOnly(2026, 1, 2));

        await first.ResumeAsync(Cancellation);
        await second.UntilAsync(() => first.Output.Contains(HasLost, StringComparison.Ordinal), "the first one notices");
        second.Drop(IssueText.Of(2026, 1, 3));
        await second.PublishedAsync(new DateOnly(2026, 1, 3));
        Assert.Equal([1, 2, 3], second.Channel.Select(m => m.Id));
        Assert.Equal(2, second.Log.Lines.Count(l => l.Event == Shown));

        await second.StopBotAsync();
        second.Drop(IssueText.Of(2026, 1, 4));
        await second.UntilAsync(() => second.Channel.Length == 4, "the first one publishes again");
        Assert.Equal([1, 2, 3, 4], second.Channel.Select(m => m.Id));
    }

    [Fact]
    public async Task What_was_under_way_when_a_service_stood_still_is_on_the_channel_once()
    {
        await using var database = await DatabaseFixture.CreateAsync(StorageProvider.Postgres, migrate: false);
        await using var second = await CreateAsync(database);
        await using var first = await StartFirstAsync(second);
        await StandByAsync(second);
        second.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Delay, MinMs = 1_000, MaxMs = 1_000, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1 });
        second.Drop(IssueText.Long(2026, 1, 2, sections: 2));
        await second.UntilAsync(() => second.Channel.Length == 2, "the first one sends");
        await first.SuspendAsync(Cancellation);
        await second.PublishedAsync(new DateOnly(2026, 1, 2));
        var published = second.Channel.Select(m => m.Id).ToArray();

        await first.ResumeAsync(Cancellation);
        await second.UntilAsync(() => first.Output.Contains(HasLost, StringComparison.Ordinal), "the first one notices");
        second.Drop(IssueText.Of(2026, 1, 3));
        await second.PublishedAsync(new DateOnly(2026, 1, 3));
        Assert.Equal(published, second.Channel.Select(m => m.Id).SkipLast(1));
        Assert.Equal(second.Texts.Count(), second.Texts.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_another_service_has_made_of_a_push_stands_when_the_right_comes_back()
    {
        const string name = $"publisher:@{WorldSeed.ChannelName}";
        await using var database = await DatabaseFixture.CreateAsync(StorageProvider.Postgres, migrate: false);
        await using var bot = await BotDriver.CreateAsync($"--Storage:Provider={database.Options.Provider}", $"--Storage:ConnectionString={database.Options.ConnectionString}", "--Limits:OverallPerSecond=1");
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        foreach (var reader in Readers)
        {
            var asked = bot.Sandbox.Users.Send(reader, "/subscribe what=issues");
            await bot.UntilAsync(() => bot.Sandbox.World.MessagesOf(reader).Any(m => m.Id > asked.Id && m.Author.IsBot), "the reader subscribes");
        }

        // the first of the pushes is sent at once, and the last waits for two seconds
        bot.Drop(IssueText.Of(2026, 1, 2) with { Title = "二日" });
        await bot.UntilAsync(() => CountPushes(bot, "二日") == 1, "the first push arrives");
        var store = new LeaseStore(database.Database);
        while (await store.TakeAsync(name, "another", TimeSpan.FromHours(1), Cancellation) is null)
            await store.RenewAsync(name, 1, TimeSpan.Zero, Cancellation);
        await bot.UntilAsync(() => bot.Log.Lines.Any(l => l.Event == Lost), "the service notices");
        await database.Database.WriteAsync(c => c.RunAsync("update broadcast_pushes set state = 'sent' where state <> 'sent'", null, Cancellation), Cancellation);
        await store.GiveBackAsync(name, 2, Cancellation);

        bot.Drop(IssueText.Of(2026, 1, 3) with { Title = "三日" });
        await bot.UntilAsync(() => CountPushes(bot, "三日") == Readers.Length, "the next issue comes to everybody");
        Assert.InRange(CountPushes(bot, "二日"), 1, Readers.Length - 1);
        await Wait.UntilAsync(
            async () => await database.Database.ReadAsync(c => c.ListAsync<string>("select distinct state from broadcast_pushes", null, Cancellation), Cancellation) is ["sent"], Cancellation);
    }

    [Fact]
    public async Task A_verb_leaves_the_work_to_a_service_and_does_it_where_none_runs()
    {
        await using var database = await DatabaseFixture.CreateAsync(StorageProvider.Postgres, migrate: false);
        await using var second = await CreateAsync(database);
        await using (var first = await StartFirstAsync(second))
        {
            var asked = await VerbRun.OfAsync(second, "retract", "2026-01-01");
            Assert.Equal((ExitCode.Fine, "2026-01-01 is taken back.\n"), (asked.Code, asked.Output));
            Assert.Contains("The issue of 2026-01-01 is taken back", first.Output, StringComparison.Ordinal);
            await first.StopAsync(Cancellation);
        }

        var done = await VerbRun.OfAsync(second, "publish", "2026-01-01");
        Assert.Equal(ExitCode.Fine, done.Code);
        Assert.Single(second.Channel);
        Assert.Null(await new LeaseStore(database.Database).FindHolderAsync($"publisher:@{WorldSeed.ChannelName}", Cancellation));
    }

    private static int CountPushes(BotDriver bot, string title) => Readers.Sum(reader => bot.Sandbox.World.MessagesOf(reader).Count(m => m.Author.IsBot && m.Body.Words.Text.Contains(title, StringComparison.Ordinal)));

    private static Task<BotDriver> CreateAsync(DatabaseFixture database) =>
        BotDriver.CreateAsync($"--Storage:Provider={database.Options.Provider}", $"--Storage:ConnectionString={database.Options.ConnectionString}");

    /// <summary>Starts the program; it has published one issue.</summary>
    private static async Task<BotProcess> StartFirstAsync(BotDriver second)
    {
        var first = BotProcess.Start(second.Settings());
        await second.UntilAsync(() => first.Output.Contains("posts to", StringComparison.Ordinal), "the first one runs");
        second.Drop(IssueText.Of(2026, 1, 1));
        await second.UntilAsync(() => first.Output.Contains("The channel shows the issue of 2026-01-01", StringComparison.Ordinal), "the first one publishes");
        return first;
    }

    /// <summary>Starts the bot of this process beside it.</summary>
    private static async Task StandByAsync(BotDriver second)
    {
        await second.StartBotAsync();
        await second.UntilAsync(() => second.Log.Lines.Count(l => l.Event == Waits) == Rights, "the second one waits");
        // as ready as it can be
        await second.ReadyAsync();
    }

    private static void AssertNoConflict(BotProcess first, BotDriver second)
    {
        Assert.DoesNotContain("Updates go elsewhere", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Log.Lines, l => l.Event == Conflict);
        Assert.DoesNotContain(second.Sandbox.Services.Journal.Of("getUpdates"), c => c.Status == TooEarly);
    }
}
