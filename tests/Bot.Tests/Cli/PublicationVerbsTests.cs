using System.Globalization;
using BotDigest.Bot.Cli;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Cli;

/// <summary><c>publish</c>, <c>retract</c>, <c>republish</c>, <c>adopt</c> and <c>migrate</c>, beside a running service and without one.</summary>
public sealed class PublicationVerbsTests
{
    private static readonly DateOnly Day = new(2026, 1, 15);

    private static readonly IssueText Issue = IssueText.Long(2026, 1, 15, sections: 2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Publish_does_not_wait_for_the_hour_and_retract_takes_back_until_publish(bool runs)
    {
        await using var bot = await IndexedAsync(runs);
        var run = await VerbRun.OfAsync(bot, "publish", "2026-01-15");
        Assert.Equal((ExitCode.Fine, "2026-01-15 is on the channel: 3 message(s), from https://t.me/ai_news_plus/1 on.\n"), (run.Code, run.Output));
        Assert.Equal(3, bot.Channel.Length);
        Assert.Equal("published", await StateAsync(bot));

        run = await VerbRun.OfAsync(bot, "retract", "2026-01-15");
        Assert.Equal((ExitCode.Fine, "2026-01-15 is taken back.\n"), (run.Code, run.Output));
        Assert.Empty(bot.Channel);
        Assert.Equal((ExitCode.Fine, ""), Short(await VerbRun.OfAsync(bot, "search", "第1条新闻", "--json")));
        run = await VerbRun.OfAsync(bot, "republish", "2026-01-15");
        Assert.Equal((ExitCode.Content, "2026-01-15 is taken back; use publish.\n"), (run.Code, run.Error));

        run = await VerbRun.OfAsync(bot, "publish", "2026-01-15");
        Assert.Equal((ExitCode.Fine, "2026-01-15 is on the channel: 3 message(s), from https://t.me/ai_news_plus/4 on.\n"), (run.Code, run.Output));
        Assert.Equal(3, bot.Channel.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_issue_that_is_not_there_is_said_so(bool runs)
    {
        await using var bot = await IndexedAsync(runs);
        foreach (var verb in (string[])["publish", "retract", "republish"])
        {
            var run = await VerbRun.OfAsync(bot, verb, "2026-01-01");
            Assert.Equal((ExitCode.Content, "", "There is no issue of 2026-01-01. Put its file into the folder first.\n"), (run.Code, run.Output, run.Error));
            run = await VerbRun.OfAsync(bot, verb, "15.01.2026");
            Assert.Equal(ExitCode.Usage, run.Code);
            Assert.StartsWith("'15.01.2026' is no date. Write YYYY-MM-DD, for example 2026-01-15.\n", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Republish_takes_the_settings_and_the_vocabulary_of_today_and_edits_only_what_differs()
    {
        await using var bot = await IndexedAsync(runs: false);
        await VerbRun.OfAsync(bot, "publish", "2026-01-15");
        var before = bot.Channel;
        Assert.Contains("\"tags\":[]", (await VerbRun.OfAsync(bot, "search", "第1条新闻", "--json")).Output, StringComparison.Ordinal);

        bot.Drop("_vocabulary.yaml", "- name: 具体\n  aliases: [一件具体的事]\n");
        var run = await VerbRun.OfAsync(bot, "republish", "2026-01-15", "--Publishing:Footer=一行结尾");
        Assert.Equal((ExitCode.Fine, "2026-01-15 is on the channel: 3 message(s), from https://t.me/ai_news_plus/1 on.\n"), (run.Code, run.Output));
        Assert.EndsWith("一行结尾", bot.Texts.Last(), StringComparison.Ordinal);
        Assert.Contains("\"tags\":[\"具体\"]", (await VerbRun.OfAsync(bot, "search", "第1条新闻", "--json")).Output, StringComparison.Ordinal);
        Assert.Equal(before.Select(p => p.Id), bot.Channel.Select(p => p.Id));
        Assert.Equal(0, bot.Channel[1].Edits);

        var edits = bot.Channel.Sum(p => p.Edits);
        await VerbRun.OfAsync(bot, "republish", "2026-01-15", "--Publishing:Footer=一行结尾");
        Assert.Equal(edits, bot.Channel.Sum(p => p.Edits));
    }

    [Fact]
    public async Task Republish_of_an_issue_that_is_only_indexed_tags_it_anew_and_posts_nothing()
    {
        await using var bot = await IndexedAsync(runs: true);
        bot.Drop("_vocabulary.yaml", "- name: 具体\n  aliases: [一件具体的事]\n");
        var run = await VerbRun.OfAsync(bot, "republish", "2026-01-15");
        Assert.Equal((ExitCode.Fine, "2026-01-15 is composed and indexed anew. It is not on the channel.\n"), (run.Code, run.Output));
        Assert.Contains("\"tags\":[\"具体\"]", (await VerbRun.OfAsync(bot, "search", "第1条新闻", "--json")).Output, StringComparison.Ordinal);
        Assert.Equal("indexed", await StateAsync(bot));
        Assert.Empty(bot.Channel);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_on_the_channel_already_is_adopted_edited_later_and_pushed_to_nobody(bool runs)
    {
        await using var bot = await BotDriver.StartAsync();
        bot.Drop(Issue);
        await bot.PublishedAsync(Day);
        await bot.StopBotAsync();
        bot.ForgetEverything();

        await bot.StartBotAsync();
        bot.Sandbox.Users.Send(WorldSeed.ChineseReader, "/subscribe what=issues");
        await bot.UntilAsync(() => bot.Sandbox.World.MessagesOf(WorldSeed.ChineseReader).Length == 2, "the reader has subscribed");
        await bot.UntilAsync(() => Find(bot)?.State == PublicationState.Indexed, "the issue is indexed");
        if (!runs)
            await bot.StopBotAsync();

        var ids = bot.Channel.Select(p => p.Id.ToString(CultureInfo.InvariantCulture));
        var run = await VerbRun.OfAsync(bot, ["adopt", "2026-01-15", .. ids]);
        Assert.Equal((ExitCode.Fine, "2026-01-15 is adopted as 3 message(s), from https://t.me/ai_news_plus/1 on. Its next change edits them all.\n"), (run.Code, run.Output));
        Assert.Equal((ExitCode.Fine, "1 issue(s), 3 message(s): all as it should be.\n"), Short(await VerbRun.OfAsync(bot, "verify")));
        run = await VerbRun.OfAsync(bot, ["adopt", "2026-01-15", .. ids]);
        Assert.Equal((ExitCode.Content, "2026-01-15 is on the channel already, as the ledger has it. Retract it first.\n"), (run.Code, run.Error));

        if (!runs)
            await bot.StartBotAsync();
        bot.Drop(Issue with { Title = "更正后的标题" });
        await bot.UntilAsync(() => bot.Texts.First().StartsWith("更正后的标题", StringComparison.Ordinal), "the head is edited");
        await bot.PublishedAsync(Day);
        Assert.Equal(3, bot.Channel.Length);
        bot.Drop(IssueText.Of(2026, 1, 16) with { Title = "新的一期" });
        await bot.UntilAsync(() => bot.Sandbox.World.MessagesOf(WorldSeed.ChineseReader).Any(m => m.Body.Words.Text.StartsWith("新的一期", StringComparison.Ordinal)), "the new issue is pushed");
        Assert.Equal(3, bot.Sandbox.World.MessagesOf(WorldSeed.ChineseReader).Length);
    }

    [Fact]
    public async Task Migrate_says_how_many_steps_it_took()
    {
        await using var bot = await BotDriver.CreateAsync();
        var run = await VerbRun.OfAsync(bot, "migrate");
        Assert.Equal((ExitCode.Fine, string.Create(CultureInfo.InvariantCulture, $"{Migration.All.Length} steps taken; the database is up to date.\n")), (run.Code, run.Output));
        Assert.Equal((ExitCode.Fine, "0 steps taken; the database is up to date.\n"), Short(await VerbRun.OfAsync(bot, "migrate")));
    }

    /// <summary>A bot with an issue that was there before its first start, so that it is only indexed.</summary>
    private static async Task<BotDriver> IndexedAsync(bool runs)
    {
        var bot = await BotDriver.CreateAsync();
        bot.Drop(Issue);
        await bot.StartBotAsync();
        await bot.UntilAsync(() => Find(bot)?.State == PublicationState.Indexed, "the issue is indexed");
        if (!runs)
            await bot.StopBotAsync();
        return bot;
    }

    private static Publication? Find(BotDriver bot) => bot.Services.GetRequiredService<PublicationStore>().FindAsync($"@{WorldSeed.ChannelName}", Day, Cancellation).GetAwaiter().GetResult();

    private static async Task<string?> StateAsync(BotDriver bot)
    {
        using var status = System.Text.Json.JsonDocument.Parse((await VerbRun.OfAsync(bot, "status", "--json")).Output);
        return status.RootElement.GetProperty("issues")[0].GetProperty("state").GetString();
    }

    private static (int Code, string Output) Short(VerbRun run) => (run.Code, run.Output);
}
