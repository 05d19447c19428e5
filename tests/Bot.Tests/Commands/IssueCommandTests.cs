using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class IssueCommandTests : ConversationTests
{
    private protected override async Task ArrangeAsync() =>
        await Talk.ListAsync([.. Enumerable.Range(1, 15).Select(day => Issue($"2026-01-{day:00}").Titled($"第{day}期").With($"{day}日的新闻"))]);

    [Theory]
    [InlineData("/issue 2026-01-05", Chinese)]
    [InlineData("/issue 20260105", English)]
    [InlineData("/issue 1月5日", Chinese)]
    [InlineData("/issue 5 Jan", English)]
    public async Task The_issue_of_a_date_comes_in_brief(string command, long person)
    {
        var answer = await Talk.AskAsync(person, command);
        Assert.StartsWith("**第5期**\n", answer.Marked(), StringComparison.Ordinal);
        Assert.Contains("[5日的新闻](", answer.Marked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yesterday_is_a_date()
    {
        Assert.StartsWith("**第14期**", (await Talk.AskAsync(Chinese, "/issue 昨天")).Marked(), StringComparison.Ordinal);
        Assert.StartsWith("**第14期**", (await Talk.AskAsync(English, "/issue yesterday")).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, null, "**往期** · 15 期 · 第 1/2 页", "**1月15日** 周四  第15期", "1月15日|1月14日|1月13日|1月12日")]
    [InlineData(English, null, "**Archive** · 15 issues · page 1 of 2", "**15 Jan** Thu  第15期", "15 Jan|14 Jan|13 Jan|12 Jan")]
    [InlineData(Chinese, WorldSeed.Forum, "**往期** · 15 期 · 第 1/2 页", "**1月15日** 周四  第15期", "1月15日|1月14日|1月13日|1月12日")]
    public async Task Without_a_date_the_newest_ones_are_offered(long person, long? chat, string title, string line, string row)
    {
        var answer = await Talk.AskAsync(person, Typed("/issue", chat is not null), chat);
        Assert.StartsWith($"{title}\n\n{line}\n", answer.Marked(), StringComparison.Ordinal);
        Assert.Equal(row, answer.Buttons()[0]);
        Assert.Equal("‹|1/2|›", answer.Buttons()[^1]);
    }

    [Fact]
    public async Task Pages_turn_in_place_round_the_end_and_a_date_opens_in_place()
    {
        var list = await Talk.AskAsync(Chinese, "/issue");
        await Talk.PressAsync(Chinese, list, "›");
        var second = Talk.Now(list);
        Assert.StartsWith("**往期** · 15 期 · 第 2/2 页\n\n**1月7日** ", second.Marked(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, second, "›");
        Assert.Contains("第 1/2 页", Talk.Now(list).Text(), StringComparison.Ordinal);

        await Talk.PressAsync(Chinese, Talk.Now(list), "1月14日");
        var issue = Talk.Now(list);
        Assert.StartsWith("**第14期**\n", issue.Marked(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, issue, "往期");
        Assert.StartsWith("**往期**", Talk.Now(list).Marked(), StringComparison.Ordinal);
        Assert.Equal(list.Id, Talk.Newest(Chinese).Id);
    }

    [Fact]
    public async Task Pressing_the_page_that_is_shown_changes_nothing_and_is_answered()
    {
        var list = await Talk.AskAsync(Chinese, "/issue");
        await Talk.PressAsync(Chinese, list, "1/2");
        Assert.Equal(list, Talk.Now(list));
    }

    [Theory]
    [InlineData("/issue 2025-12-31", Chinese, "2025年12月31日没有日报。最近的几期在这里。\n\n**往期**")]
    [InlineData("/issue 2025-12-31", English, "There is no issue of 31 December 2025. These are the newest ones.\n\n**Archive**")]
    [InlineData("/issue 明年", Chinese, "“明年”不像日期。")]
    [InlineData("/issue soon", English, "“soon” is no date that I know.")]
    public async Task A_date_without_an_issue_and_words_that_are_no_date_are_answered_with_the_newest_ones(string command, long person, string words)
    {
        var answer = await Talk.AskAsync(person, command);
        Assert.StartsWith(words, answer.Marked(), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Buttons());
    }

    [Fact]
    public async Task Very_long_words_are_quoted_in_short()
    {
        var answer = await Talk.AskAsync(Chinese, "/issue " + new string('长', 3000));
        Assert.Contains("长…”", answer.Text(), StringComparison.Ordinal);
    }
}
