using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class LatestCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, null, "2026年1月14日 · 星期三")]
    [InlineData(English, null, "14 January 2026 · Wednesday")]
    [InlineData(Chinese, WorldSeed.Forum, "2026年1月14日 · 星期三")]
    [InlineData(English, WorldSeed.Group, "14 January 2026 · Wednesday")]
    public async Task The_newest_issue_comes_in_brief(long person, long? chat, string date)
    {
        await Talk.ListAsync(Issue("2026-01-13").Titled("前天"), Issue("2026-01-14").Titled("昨天").With("一条新闻"));
        var answer = await Talk.AskAsync(person, Typed("/latest", chat is not null), chat);
        Assert.StartsWith($"**昨天**\n{date} · AI 日报\n", answer.Marked(), StringComparison.Ordinal);
        Assert.Contains("[一条新闻](https://t.me/ai_news_plus/101) · Section", answer.Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_the_button_to_subscribe_leads_to_the_private_chat()
    {
        await Talk.ListAsync(Issue("2026-01-14"));
        var answer = await Talk.AskAsync(English, "/latest@" + Bot, WorldSeed.Group);
        Assert.Equal("https://t.me/botdigest_bot?start=subscribe", answer.Button("Subscribe"));
    }

    [Fact]
    public async Task Without_any_issue_it_says_so() =>
        Assert.StartsWith("还没有日报", (await Talk.AskAsync(Chinese, "/latest")).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task Headlines_link_to_the_source_or_to_the_bot_where_there_is_no_post()
    {
        await Talk.ListAsync(Issue("2026-01-14").With("有来源", "", "https://example.com/1").With("没有来源", "正文"));
        await Services<BotDigest.Bot.Storage.IssueStore>().SetPostsAsync(new DateOnly(2026, 1, 14), new Dictionary<int, int>(), null, Cancellation);
        var answer = await Talk.AskAsync(Chinese, "/latest");
        Assert.Contains("[有来源](https://example.com/1)", answer.Marked(), StringComparison.Ordinal);
        Assert.Contains("[没有来源](https://t.me/botdigest_bot?start=s_", answer.Marked(), StringComparison.Ordinal);
        Assert.DoesNotContain("频道阅读", answer.Buttons());
    }
}
