using System.Data.Common;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>A disk without room, a database that is locked or may not be written, folders that come and go, files in pieces: said clearly, nothing lost, and no restart needed.</summary>
public sealed class FailingStorageTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    private static readonly IssueText Issue = IssueText.Long(2026, 1, 15, sections: 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("full", "is full. Free some space")]
    [InlineData("read-only", "cannot be written. Give the account")]
    public async Task A_file_waits_for_the_database_and_is_published_when_that_is_well_again(string fault, string words)
    {
        await using var bot = await BotDriver.CreateAsync();
        var database = Use(bot);
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        database.Fault = fault == "full" ? FaultyDatabase.Full : FaultyDatabase.ReadOnly;
        bot.Drop(Issue);
        await UnreadyAsync(bot, words);
        await bot.UntilAsync(() => bot.Log.Lines.Any(l => l.Event == 6020 && l.Text.Contains(words, StringComparison.Ordinal)), "it is logged");
        Assert.Empty(bot.Channel);

        database.Fault = null;
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(10));
        await bot.PublishedAsync(Day);
        await bot.ReadyAsync();
        Assert.Equal(3, bot.Channel.Length);
    }

    [Theory]
    [InlineData("full", "sendMessage")]
    [InlineData("read-only", "sendMessage")]
    [InlineData("read-only", "editMessageText")]
    public async Task What_was_sent_while_the_ledger_could_not_be_written_is_not_sent_again(string fault, string method)
    {
        // without an editors' chat nobody could look it up on the channel
        await using var bot = await BotDriver.CreateAsync("--Telegram:EditorsChat=");
        var database = Use(bot);
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Delay, MinMs = 300, MaxMs = 300, Method = method });
        bot.Drop(Issue);
        await bot.UntilAsync(() => bot.Sandbox.Services.Journal.InFlight.Any(c => c.Method == method), "a call is under way");
        database.Fault = fault == "full" ? FaultyDatabase.Full : FaultyDatabase.ReadOnly;
        // a full disk still has room for a number in a page that is there
        await bot.UntilAsync(() => fault == "full" ? Ended(bot, method) : Reasons(bot).Any(r => r.Contains("cannot be written", StringComparison.Ordinal)), "the call has ended");
        database.Fault = null;
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(10));
        await bot.PublishedAsync(Day);
        await bot.ReadyAsync();
        Assert.Equal(3, bot.Channel.Length);
        Assert.DoesNotContain(bot.Log.Lines, l => l.Event is 5022 or 5025);
    }

    [Fact]
    public async Task A_locked_database_is_waited_for()
    {
        await using var bot = await BotDriver.CreateAsync();
        bot.Configure = services => services.AddSingleton<DbDataSource>(new SqliteDataSource($"Data Source={bot.Database};Default Timeout=1"));
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        await using (var other = new SqliteConnection($"Data Source={bot.Database}"))
        {
            await other.OpenAsync(Cancellation);
            await other.RunAsync("begin immediate", null, Cancellation);
            bot.Drop(Issue);
            bot.Sandbox.Users.Send(WorldSeed.ChineseReader, "/help");
            await UnreadyAsync(bot, "is locked by another program");
            await other.RunAsync("rollback", null, Cancellation);
        }

        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(10));
        await bot.PublishedAsync(Day);
        await bot.ReadyAsync();
        Assert.Equal(3, bot.Channel.Length);
        await bot.UntilAsync(() => bot.Sandbox.World.MessagesOf(WorldSeed.ChineseReader).Length > 1, "the reader is answered");
    }

    [Fact]
    public async Task A_folder_that_is_unmounted_and_back_is_read_on_without_events()
    {
        await using var bot = await BotDriver.StartAsync();
        await bot.ReadyAsync();
        Directory.Move(bot.Posts, bot.Posts + "-away");
        await UnreadyAsync(bot, "folder: ");
        Directory.CreateDirectory(bot.Posts);

        // nobody watches this new folder yet
        bot.Drop(Issue);
        await bot.PublishedAsync(Day);
        await bot.ReadyAsync();
        Assert.Equal(3, bot.Channel.Length);
    }

    [Fact]
    public async Task A_file_that_is_written_in_pieces_is_read_when_it_has_been_quiet()
    {
        await using var bot = await BotDriver.StartAsync("--Posts:SettleFor=00:10:00", "--Posts:RescanEvery=00:01:00");
        await bot.ReadyAsync();
        var text = Issue.ToString();
        bot.Drop(Issue.FileName, text[..(text.Length / 3)]);
        for (var piece = 2; piece <= 3; piece++)
        {
            bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(9));
            await File.AppendAllTextAsync(Path.Combine(bot.Posts, Issue.FileName), text[(text.Length * (piece - 1) / 3)..(text.Length * piece / 3)], Cancellation);
        }

        await bot.UntilAsync(
            () =>
            {
                bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(20));
                return bot.Log.Lines.Any(l => l.Event == 6011);
            },
            "the file is read");
        await bot.PublishedAsync(Day);
        Assert.Equal([1, 0, 0], bot.Channel.Select(p => p.Edits));
        Assert.Single(bot.Log.Lines, l => l.Event == 6011);
    }

    [Fact]
    public async Task A_file_that_is_replaced_by_renaming_another_over_it_is_an_edit()
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(Issue);
        await bot.PublishedAsync(Day);
        bot.Drop("2026-01-15.md.tmp", (Issue with { Title = "更正后的标题" }).ToString());
        File.Move(Path.Combine(bot.Posts, "2026-01-15.md.tmp"), Path.Combine(bot.Posts, Issue.FileName), overwrite: true);
        await bot.UntilAsync(() => bot.Texts.First().StartsWith("更正后的标题", StringComparison.Ordinal), "the head is edited");
        Assert.Equal(3, bot.Channel.Length);
    }

    private static FaultyDatabase Use(BotDriver bot)
    {
        var database = new FaultyDatabase(bot.Database);
        bot.Configure = services => services.AddSingleton<DbDataSource>(database);
        return database;
    }

    private static bool Ended(BotDriver bot, string method) => bot.Sandbox.Services.Journal.Calls.Any(c => c.Method == method && c.IsFinished);

    private static IReadOnlyList<string> Reasons(BotDriver bot) => bot.Services.GetRequiredService<Readiness>().Reasons;

    private static Task UnreadyAsync(BotDriver bot, string words) => bot.UntilAsync(() => Reasons(bot).Any(r => r.Contains(words, StringComparison.Ordinal)), $"the service is not ready: {words}");
}
