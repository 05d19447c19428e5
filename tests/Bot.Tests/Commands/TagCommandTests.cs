using System.Buffers.Text;
using System.Text;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class TagCommandTests : ConversationTests
{
    private protected override async Task ArrangeAsync() => await Talk.ListAsync(
    [
        .. Enumerable.Range(1, 20).Select(day => Issue($"2026-01-{day:00}").Tagged("华为", "GPT-5").With($"{day}日的新闻", "", $"https://example.com/{day}")),
        Issue("2025-12-31").Tagged("机器人", new string('长', 30)).With("旧闻"),
    ]);

    [Theory]
    [InlineData("/tag 华为", Chinese, null, "**华为** · 20 条 · 第 1/3 页")]
    [InlineData("/tag #华为", English, null, "**华为** · 20 stories · page 1 of 3")]
    [InlineData("/tag ＃ＧＰＴ－５", Chinese, null, "**GPT-5** · 20 条 · 第 1/3 页")]
    [InlineData("/tag gpt_5", English, WorldSeed.Group, "**GPT-5** · 20 stories · page 1 of 3")]
    public async Task The_stories_of_a_tag_come_newest_first(string command, long person, long? chat, string title)
    {
        var answer = await Talk.AskAsync(person, Typed(command, chat is not null), chat);
        var date = person == Chinese ? "1月20日" : "20 Jan";
        var post = person == Chinese ? "频道" : "channel";
        Assert.StartsWith($"{title}\n\n**1. **[**20日的新闻**](https://example.com/20) · {date} · [{post}](https://t.me/ai_news_plus/101)", answer.Marked(), StringComparison.Ordinal);
        Assert.Equal("‹|1/3|›", answer.Buttons()[^2]);
    }

    [Fact]
    public async Task Pages_turn_in_place_with_numbers_that_go_on()
    {
        var list = await Talk.AskAsync(Chinese, "/tag 华为");
        await Talk.PressAsync(Chinese, list, "›");
        Assert.Contains("第 2/3 页", Talk.Now(list).Text(), StringComparison.Ordinal);
        Assert.Contains("\n9. 12日的新闻 · 1月12日", Talk.Now(list).Text(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, Talk.Now(list), "›");
        Assert.Contains("\n20. 1日的新闻 · 1月1日", Talk.Now(list).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_too_long_for_a_button_still_has_its_page()
    {
        var answer = await Talk.AskAsync(Chinese, "/tag " + new string('长', 30));
        Assert.Contains("旧闻", answer.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, null, "**标签**")]
    [InlineData(English, null, "**Tags**")]
    [InlineData(Chinese, WorldSeed.Forum, "**标签**")]
    public async Task Without_a_tag_all_are_offered(long person, long? chat, string title) =>
        Assert.StartsWith(title, (await Talk.AskAsync(person, Typed("/tag", chat is not null), chat)).Marked(), StringComparison.Ordinal);

    [Theory]
    [InlineData(Chinese, "没有标签“机器猫”。 试试：")]
    [InlineData(English, "There is no tag “机器猫”. Try:")]
    public async Task An_unknown_tag_gets_near_ones_and_they_open_in_place(long person, string words)
    {
        var answer = await Talk.AskAsync(person, "/tag 机器猫");
        Assert.Equal(words, answer.Text());
        Assert.Equal("#机器人", answer.Buttons()[0]);
        await Talk.PressAsync(person, answer, "#机器人");
        Assert.StartsWith("**机器人**", Talk.Now(answer).Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_links_hold_the_tag_itself_or_base64url_of_it()
    {
        Assert.StartsWith("**GPT-5**", (await Talk.AskAsync(Chinese, "/start t_GPT-5")).Marked(), StringComparison.Ordinal);
        Assert.StartsWith("**GPT-5**", (await Talk.AskAsync(Chinese, "/start t_gpt_5")).Marked(), StringComparison.Ordinal);
        var encoded = Base64Url.EncodeToString(Encoding.UTF8.GetBytes("华为"));
        Assert.StartsWith("**华为**", (await Talk.AskAsync(Chinese, "/start t_" + encoded)).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/start t_")]
    [InlineData("/start t_!!")]
    [InlineData("/start t__w8")]
    [InlineData("/tag t_")]
    public async Task A_forged_payload_finds_nothing_and_is_answered(string command) =>
        Assert.StartsWith("没有标签", (await Talk.AskAsync(Chinese, command)).Text(), StringComparison.Ordinal);
}
