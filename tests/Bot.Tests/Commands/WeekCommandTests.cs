using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class WeekCommandTests : ConversationTests
{
    private protected override Task ArrangeAsync() => Talk.ListAsync(
    [
        Issue("2026-01-05").With("上周的事", "很久以前"),
        .. Enumerable.Range(9, 6).Select(day => Issue($"2026-01-{day:00}").Tagged("AI").With($"{day}日的头条", "• 第一行\n第二行", $"https://example.com/{day}").With($"{day}日的次条").With($"{day}日的末条")),
    ]);

    [Theory]
    [InlineData(Chinese, null, "**一周精选** · 1月9日 – 1月15日\n\n1. [**14日的头条**](https://t.me/ai_news_plus/101) · 1月14日\n第一行\n\n2. ", "\n\n从 6 期 18 条里选出：当期排在前面的，以及这几天谈到最多的。", "‹ 前一周")]
    [InlineData(English, null, "**Best of the week** · 9 Jan – 15 Jan\n\n1. [**14日的头条**](https://t.me/ai_news_plus/101) · 14 Jan\n第一行\n\n2. ", "\n\nOut of 18 stories of 6 issues: ", "‹ The week before")]
    [InlineData(Chinese, WorldSeed.Forum, "**一周精选** · 1月9日 – 1月15日\n\n1. ", "从 6 期 18 条里选出", "‹ 前一周")]
    [InlineData(English, WorldSeed.Group, "**Best of the week** · 9 Jan – 15 Jan\n\n1. ", "Out of 18 stories of 6 issues: ", "‹ The week before")]
    public async Task The_best_of_seven_days_come_in_one_message_with_how_they_were_chosen(long person, long? chat, string begin, string how, string earlier)
    {
        var answer = await Talk.AskAsync(person, Typed("/week", chat is not null), chat);
        Assert.StartsWith(begin, answer.Marked(), StringComparison.Ordinal);
        Assert.Contains(how, answer.Text(), StringComparison.Ordinal);
        Assert.Contains("\n\n10. ", answer.Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("末条", answer.Text(), StringComparison.Ordinal);
        Assert.Equal(earlier, answer.Buttons()[0]);
    }

    [Fact]
    public async Task Weeks_turn_in_place_as_far_as_the_archive_goes()
    {
        var answer = await Talk.AskAsync(Chinese, "/week");
        await Talk.PressAsync(Chinese, answer, "‹ 前一周");
        Assert.StartsWith("**一周精选** · 1月2日 – 1月8日\n\n1. **上周的事** · 1月5日".Replace("**上周的事**", "[**上周的事**](https://t.me/ai_news_plus/101)", StringComparison.Ordinal), Talk.Now(answer).Marked(), StringComparison.Ordinal);
        Assert.Equal(["后一周 ›"], Talk.Now(answer).Buttons());
        await Talk.PressAsync(Chinese, Talk.Now(answer), "后一周 ›");
        Assert.Equal(answer.Text(), Talk.Now(answer).Text());
    }

    [Theory]
    [InlineData("/week 2026-01-08", Chinese, "一周精选 · 1月2日 – 1月8日")]
    [InlineData("/week 8 Jan", English, "Best of the week · 2 Jan – 8 Jan")]
    [InlineData("/week 2025-01-01", English, "Best of the week · 26 Dec – 1 Jan\n\nNo issue came out in these days.")]
    [InlineData("/week 哪天", Chinese, "看不懂日期“哪天”。请这样写：/week 2026-01-14")]
    public async Task A_date_ends_the_week(string command, long person, string words) =>
        Assert.StartsWith(words, (await Talk.AskAsync(person, command)).Text(), StringComparison.Ordinal);
}
