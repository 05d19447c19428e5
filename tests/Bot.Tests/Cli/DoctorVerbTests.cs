using BotDigest.Bot.Cli;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Cli;

public sealed class DoctorVerbTests
{
    [Fact]
    public async Task All_is_well_where_the_bot_may_post()
    {
        await using var bot = await BotDriver.CreateAsync();

        var (code, output) = await RunAsync(bot);

        Assert.True(code == ExitCode.Fine, output);
        foreach (var subject in (string[])["database", "folder", "vocabulary", "clock", "token", "channel", "editors' chat", "inline mode", "webhook"])
            Assert.Contains($"ok   {subject}: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_without_rights_is_told_whom_to_ask()
    {
        await using var bot = await BotDriver.CreateAsync();
        bot.Sandbox.Users.Demote(WorldSeed.Owner, WorldSeed.Channel, WorldSeed.BotId);

        var (code, output) = await RunAsync(bot);

        Assert.Equal(ExitCode.Content, code);
        Assert.Contains("FAIL channel: @ai_news_plus", output, StringComparison.Ordinal);
        Assert.Contains("administrator", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "ok   inline mode: on")]
    [InlineData(false, "ok   inline mode: off")]
    public async Task Inline_mode_is_no_must_but_whoever_misses_it_reads_how_to_switch_it_on(bool isOn, string line)
    {
        await using var bot = await BotDriver.CreateAsync();
        bot.Sandbox.World.HasInlineMode = isOn;

        var (code, output) = await RunAsync(bot);

        Assert.True(code == ExitCode.Fine, output);
        Assert.Contains(line, output, StringComparison.Ordinal);
        Assert.Equal(!isOn, output.Contains("/setinline", StringComparison.Ordinal));
    }

    private static async Task<(int Code, string Output)> RunAsync(BotDriver bot)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(["doctor", .. bot.Settings()], output, error, TestContext.Current.CancellationToken);
        return (code, output + error.ToString());
    }
}
