using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>What the bot does about refusals, seen from the chats.</summary>
public sealed class RefusalsTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    [Fact]
    public async Task Formatting_that_Telegram_cannot_read_reaches_the_readers_all_the_same_and_the_editors_are_told_once()
    {
        await using var expected = await BotDriver.StartAsync();
        expected.Drop(IssueText.Of(2026, 1, 15));
        await expected.PublishedAsync(Day);

        await using var bot = await BotDriver.StartAsync();
        bot.Sandbox.Services.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Error,
            Applied = false,
            Code = 400,
            Description = "Bad Request: can't parse entities: Unclosed start tag at byte offset 3",
            Method = "sendMessage",
            Chat = WorldSeed.Channel,
            Times = 1,
        });
        bot.Drop(IssueText.Of(2026, 1, 15));
        await bot.PublishedAsync(Day);
        Assert.True(ChannelComparison.Of(expected.Channel, bot.Channel).IsSame);
        await bot.UntilAsync(() => bot.EditorsChat.Any(m => m.Body.Words.Text.Contains("Unclosed start tag", StringComparison.Ordinal)), "the editors are told");
    }

    [Fact]
    public async Task A_token_that_is_taken_back_while_the_program_runs_ends_it_with_one_line()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var driver = await BotDriver.CreateAsync("--Logging:LogLevel:Default=None");
        await using var bot = BotProcess.Start(driver.Settings());
        await driver.Sandbox.World.WaitUntilAsync(() => driver.Sandbox.Services.Journal.InFlight.Any(c => c.Method == "getUpdates"), stop);
        driver.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Code = 401, Description = "Unauthorized", Method = "getUpdates" });
        driver.Sandbox.Users.Send(WorldSeed.ChineseReader, "/help");
        await bot.WaitForEndAsync(stop);
        Assert.Equal(4, bot.ExitCode);
        var lines = bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(lines, l => l.StartsWith("Telegram does not know the bot's token", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("Exception", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task A_token_that_Telegram_does_not_know_ends_the_program_with_one_line(int code, string description)
    {
        await using var driver = await BotDriver.CreateAsync("--Logging:LogLevel:Default=None");
        driver.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Code = code, Description = description, Method = "getMe" });
        await using var bot = BotProcess.Start(driver.Settings());
        await bot.WaitForEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(4, bot.ExitCode);
        var lines = bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(lines, l => l.StartsWith("Telegram does not know the bot's token", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("Exception", StringComparison.Ordinal));
    }
}
