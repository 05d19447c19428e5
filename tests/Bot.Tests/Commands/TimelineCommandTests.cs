using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class TimelineCommandTests : ConversationTests
{
    private protected override Task ArrangeAsync() => Talk.ListAsync(
    [
        Issue("2025-12-30").With("别的新闻", "顺便提到华为", "https://example.com/old"),
        .. Enumerable.Range(1, 14).Select(day => Issue($"2026-01-{day:00}").Tagged("芯片").With($"华为第{day}件事").With("没有关系的一条")),
    ]);

    [Theory]
    [InlineData("/timeline 华为", Chinese, null, "**华为** · 15 条 · 第 1/2 页\n\n**2026年1月**\n14日  [华为第14件事](https://t.me/ai_news_plus/101)\n13日  ", "‹|1/2|›", "走势")]
    [InlineData("/timeline 华为", English, null, "**华为** · 15 stories · page 1 of 2\n\n**January 2026**\n14  [华为第14件事](https://t.me/ai_news_plus/101)\n13  ", "‹|1/2|›", "Trend")]
    [InlineData("/timeline 华为", Chinese, WorldSeed.Forum, "**华为** · 15 条 · 第 1/2 页\n\n**2026年1月**\n14日  [华为第14件事](https://t.me/ai_news_plus/101)\n13日  ", "‹|1/2|›", "走势")]
    [InlineData("/timeline 华为", English, WorldSeed.Group, "**华为** · 15 stories · page 1 of 2\n\n**January 2026**\n14  [华为第14件事](https://t.me/ai_news_plus/101)\n13  ", "‹|1/2|›", "Trend")]
    public async Task Stories_come_newest_first_under_their_months(string command, long person, long? chat, string begin, params string[] buttons)
    {
        var answer = await Talk.AskAsync(person, Typed(command, chat is not null), chat);
        Assert.StartsWith(begin, answer.Marked(), StringComparison.Ordinal);
        Assert.Equal(buttons, answer.Buttons());
    }

    [Fact]
    public async Task Pages_turn_in_place_over_the_border_of_months()
    {
        var answer = await Talk.AskAsync(Chinese, "/timeline 华为");
        await Talk.PressAsync(Chinese, answer, "›");
        Assert.Equal(
            "**华为** · 15 条 · 第 2/2 页\n\n**2026年1月**\n2日  [华为第2件事](https://t.me/ai_news_plus/101)\n1日  [华为第1件事](https://t.me/ai_news_plus/101)\n\n**2025年12月**\n30日  [别的新闻](https://t.me/ai_news_plus/101)",
            Talk.Now(answer).Marked());
        await Talk.PressAsync(Chinese, Talk.Now(answer), "走势");
        Assert.StartsWith("**华为** · 近 ", Talk.Newest(Chinese).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, "想看谁的时间线？")]
    [InlineData(English, "Whose timeline?")]
    public async Task Without_a_name_it_asks_for_one_and_takes_the_answer(long person, string question)
    {
        Assert.StartsWith(question, (await Talk.AskAsync(person, "/timeline")).Text(), StringComparison.Ordinal);
        Assert.StartsWith("**华为** · 15 ", (await Talk.AskAsync(person, "华为")).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/timeline 量子炒锅", Chinese, "没有找到“量子炒锅”。")]
    [InlineData("/timeline 量子炒锅", English, "Nothing about “量子炒锅”.")]
    public async Task A_name_without_stories_is_answered(string command, long person, string words) =>
        Assert.StartsWith(words, (await Talk.AskAsync(person, command)).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task A_name_as_long_as_may_be_turns_its_pages_and_a_longer_one_is_refused()
    {
        var words = string.Join(' ', Enumerable.Repeat("华为", 33));
        var answer = await Talk.AskAsync(Chinese, "/timeline " + words);
        await Talk.PressAsync(Chinese, answer, "›");
        Assert.Contains("第 2/2 页", Talk.Now(answer).Text(), StringComparison.Ordinal);
        Assert.StartsWith("太长了", (await Talk.AskAsync(Chinese, "/timeline " + new string('长', 101))).Text(), StringComparison.Ordinal);
    }
}
