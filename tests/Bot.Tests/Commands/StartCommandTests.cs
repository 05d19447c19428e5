using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class StartCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "**你好！", "今天|往期|标签", "订阅|频道|帮助")]
    [InlineData(English, "**Hello!", "Today|Archive|Tags", "Subscribe|Channel|Help")]
    public async Task It_greets_and_shows_where_to_begin(long person, string words, string first, string second)
    {
        var answer = await Talk.AskAsync(person, "/start");
        Assert.StartsWith(words, answer.Marked(), StringComparison.Ordinal);
        Assert.Equal([first, second], answer.Buttons());
        Assert.Equal("https://t.me/ai_news_plus", answer.Keyboard!.Rows[1][1].Value);
    }

    [Fact]
    public async Task In_a_group_it_offers_nothing_that_is_private() =>
        Assert.Equal(["Today|Archive|Tags", "Channel|Help"], (await Talk.AskAsync(English, "/start@" + Bot, WorldSeed.Group)).Buttons());

    [Fact]
    public async Task A_link_to_an_issue_opens_it()
    {
        await Talk.ListAsync(Issue("2026-01-14").Titled("昨天"), Issue("2026-01-15").Titled("今天"));
        Assert.StartsWith("**昨天**", (await Talk.AskAsync(Chinese, "/start i_2026-01-14")).Marked(), StringComparison.Ordinal);
        Assert.StartsWith("2026年1月1日没有日报，另选一天吧。", (await Talk.AskAsync(Chinese, "/start i_2026-01-01")).Text(), StringComparison.Ordinal);
        Assert.StartsWith("“不是日期”不像日期。", (await Talk.AskAsync(Chinese, "/start i_不是日期")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_to_search_and_to_subscribe_do_that()
    {
        Assert.StartsWith("想找什么？", (await Talk.AskAsync(Chinese, "/start search")).Text(), StringComparison.Ordinal);
        Assert.StartsWith("想收到什么？", (await Talk.AskAsync(Chinese, "/start subscribe")).Text(), StringComparison.Ordinal);
        Assert.StartsWith("设置", (await Talk.AskAsync(Chinese, "/start settings")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/start anything")]
    [InlineData("/start x_2026-01-15")]
    [InlineData("/start cancel")]
    public async Task A_payload_that_means_nothing_is_a_greeting(string command) =>
        Assert.StartsWith("你好！", (await Talk.AskAsync(Chinese, command)).Text(), StringComparison.Ordinal);

    [Theory]
    [InlineData("今天", "还没有日报")]
    [InlineData("往期", "还没有日报")]
    [InlineData("标签", "还没有标签")]
    [InlineData("订阅", "想收到什么？")]
    [InlineData("帮助", "我会做的事")]
    public async Task Its_buttons_answer_below(string caption, string words)
    {
        var greeting = await Talk.AskAsync(Chinese, "/start");
        await Talk.PressAsync(Chinese, greeting, caption);
        Assert.Equal(greeting, Talk.Now(greeting));
        Assert.StartsWith(words, Talk.Newest(Chinese).Text(), StringComparison.Ordinal);
    }
}
