using BotDigest.Bot.Cli;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Cli;

public sealed class DoctorVerbTests
{
    // nobody listens on port 9
    private const string Ours = "http://127.0.0.1:9/telegram/webhook";
    private const string Elsewhere = "http://127.0.0.1:9/elsewhere";

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

    [Theory]
    [InlineData(false, "", "ok   webhook: none, as polling needs it")]
    [InlineData(false, Elsewhere, "FAIL webhook: one is set, so polling gets nothing.")]
    [InlineData(true, "", "FAIL webhook: none is set yet; `run` sets it.")]
    [InlineData(true, Elsewhere, "FAIL webhook: updates go to " + Elsewhere + ", and not to Updates:WebhookUrl.")]
    [InlineData(true, Ours, "ok   webhook: " + Ours + ", 0 updates wait")]
    public async Task Where_updates_go_is_compared_with_the_settings(bool isWebhook, string set, string line)
    {
        await using var bot = await BotDriver.CreateAsync(isWebhook ? ["--Updates:Mode=Webhook", $"--Updates:WebhookUrl={Ours}", "--Updates:SecretToken=word"] : []);
        await SetWebhookAsync(bot, set);
        Assert.Contains(line, (await RunAsync(bot)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_in_the_settings_is_asked_for()
    {
        await using var bot = await BotDriver.CreateAsync("--Updates:Mode=Webhook", "--Updates:SecretToken=word");
        Assert.Contains("FAIL webhook: Updates:WebhookUrl names no address, so `run` would not start.", (await RunAsync(bot)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Updates_that_cannot_be_posted_are_counted_and_the_cause_is_named()
    {
        await using var bot = await BotDriver.CreateAsync("--Updates:Mode=Webhook", $"--Updates:WebhookUrl={Ours}", "--Updates:SecretToken=word");
        await SetWebhookAsync(bot, Ours);
        bot.Sandbox.Users.Send(WorldSeed.EnglishReader, "/help");
        await Wait.UntilAsync(async () => (await RunAsync(bot)).Output.Contains("FAIL webhook: 1 updates wait, because Telegram cannot post them: Connection refused.", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private static async Task SetWebhookAsync(BotDriver bot, string url)
    {
        if (url.Length == 0)
            return;
        using var http = new HttpClient();
        using var words = new FormUrlEncodedContent(new Dictionary<string, string> { ["url"] = url });
        (await http.PostAsync(new Uri($"{bot.Sandbox.BaseUrl.ToString().TrimEnd('/')}/bot{bot.Sandbox.Token}/setWebhook"), words, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    private static async Task<(int Code, string Output)> RunAsync(BotDriver bot)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(["doctor", .. bot.Settings()], output, error, TestContext.Current.CancellationToken);
        return (code, output + error.ToString());
    }
}
