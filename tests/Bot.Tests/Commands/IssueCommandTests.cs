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
    [InlineData(Chinese, null, "**往期** · 15 期", "**1月15日** 周四  第15期", "点有数字的日期，看那一天。", "一|二|三|四|五|六|日", "2026年1月")]
    [InlineData(English, null, "**Archive** · 15 issues", "**15 Jan** Thu  第15期", "Tap a day to read its issue.", "Mo|Tu|We|Th|Fr|Sa|Su", "January 2026")]
    [InlineData(Chinese, WorldSeed.Forum, "**往期** · 15 期", "**1月15日** 周四  第15期", "点有数字的日期，看那一天。", "一|二|三|四|五|六|日", "2026年1月")]
    [InlineData(English, WorldSeed.Group, "**Archive** · 15 issues", "**15 Jan** Thu  第15期", "Tap a day to read its issue.", "Mo|Tu|We|Th|Fr|Sa|Su", "January 2026")]
    public async Task Without_a_date_it_is_the_calendar_of_the_newest_month(long person, long? chat, string title, string line, string hint, string weekdays, string month)
    {
        var answer = await Talk.AskAsync(person, Typed("/issue", chat is not null), chat);
        Assert.StartsWith($"{title}\n\n{line}\n", answer.Marked(), StringComparison.Ordinal);
        Assert.EndsWith($"第11期\n\n{hint}", answer.Text(), StringComparison.Ordinal);
        Assert.Equal([weekdays, "·|·|·|1|2|3|4", "5|6|7|8|9|10|11", "12|13|14|15|·|·|·", "·|·|·|·|·|·|·", "·|·|·|·|·|·|·", month], answer.Buttons());
    }

    [Fact]
    public async Task Months_turn_in_place_round_the_end_and_a_day_opens_in_place()
    {
        await Talk.ListAsync(Issue("2024-02-29").Titled("闰日"), Issue("2025-12-31").Titled("去年"));
        var calendar = await Talk.AskAsync(Chinese, "/issue");
        await Talk.PressAsync(Chinese, calendar, "‹");
        Assert.StartsWith("**往期** · 17 期\n\n**12月31日** 周三  去年\n\n", Talk.Now(calendar).Marked(), StringComparison.Ordinal);
        Assert.Equal("·|·|31|·|·|·|·", Talk.Now(calendar).Buttons()[^2]);
        await Talk.PressAsync(Chinese, Talk.Now(calendar), "‹");
        Assert.Equal("·|·|·|29|·|·|·", Talk.Now(calendar).Buttons()[^2]);
        Assert.Equal("‹|2024年2月|›", Talk.Now(calendar).Buttons()[^1]);
        await Talk.PressAsync(Chinese, Talk.Now(calendar), "‹");
        Assert.Equal("‹|2026年1月|›", Talk.Now(calendar).Buttons()[^1]);

        await Talk.PressAsync(Chinese, Talk.Now(calendar), "14");
        var issue = Talk.Now(calendar);
        Assert.StartsWith("**第14期**\n", issue.Marked(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, issue, "往期");
        Assert.Equal("‹|2026年1月|›", Talk.Now(calendar).Buttons()[^1]);
        Assert.Equal(calendar.Id, Talk.Newest(Chinese).Id);
    }

    [Fact]
    public async Task The_month_under_the_calendar_leads_to_all_months()
    {
        await Talk.ListAsync([.. Enumerable.Range(0, 30).Select(m => Issue(new DateOnly(2023, 1, 1).AddMonths(m).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))]);
        var calendar = await Talk.AskAsync(English, "/issue");
        await Talk.PressAsync(English, calendar, "January 2026");
        Assert.Equal("Archive · 45 issues\n\nWhich month?", Talk.Now(calendar).Text());
        Assert.Equal("January 2026|June 2025|May 2025|April 2025", Talk.Now(calendar).Buttons()[0]);
        Assert.Equal("‹|1/2|›", Talk.Now(calendar).Buttons()[^1]);
        await Talk.PressAsync(English, Talk.Now(calendar), "›");
        await Talk.PressAsync(English, Talk.Now(calendar), "January 2023");
        Assert.Equal("‹|January 2023|›", Talk.Now(calendar).Buttons()[^1]);
    }

    [Fact]
    public async Task Pressing_a_day_without_an_issue_or_the_month_that_is_shown_changes_nothing_and_is_answered()
    {
        var calendar = await Talk.AskAsync(Chinese, "/issue");
        await Talk.PressAsync(Chinese, calendar, "·");
        await Talk.PressAsync(Chinese, calendar, "2026年1月");
        await Talk.PressAsync(Chinese, calendar, "日");
        Assert.Equal(calendar, Talk.Now(calendar));
    }

    [Theory]
    [InlineData("/issue 2026-01")]
    [InlineData("/issue 1月")]
    [InlineData("/issue 2026")]
    public async Task A_month_or_a_year_is_its_calendar(string command) =>
        Assert.Equal("2026年1月", (await Talk.AskAsync(Chinese, command)).Buttons()[^1]);

    [Fact]
    public async Task A_list_of_an_earlier_release_turns_into_the_calendar()
    {
        await Talk.AskAsync(Chinese, "/start");
        var old = Talk.PostWithButton(Chinese, "1 issue 1 ");
        await Talk.PressAsync(Chinese, old, "old");
        Assert.Equal("2026年1月", Talk.Now(old).Buttons()[^1]);
    }

    [Theory]
    [InlineData("/issue 2025-12-31", Chinese, "2025年12月31日没有日报，另选一天吧。\n\n**往期**")]
    [InlineData("/issue 2025-12-31", English, "There is no issue of 31 December 2025. Pick another day.\n\n**Archive**")]
    [InlineData("/issue 明年", Chinese, "“明年”不像日期。")]
    [InlineData("/issue soon", English, "“soon” is no date that I know.")]
    public async Task A_date_without_an_issue_and_words_that_are_no_date_are_answered_with_the_calendar(string command, long person, string words)
    {
        var answer = await Talk.AskAsync(person, command);
        Assert.StartsWith(words, answer.Marked(), StringComparison.Ordinal);
        Assert.Equal(7, answer.Buttons().Length);
    }

    [Fact]
    public async Task Very_long_words_are_quoted_in_short()
    {
        var answer = await Talk.AskAsync(Chinese, "/issue " + new string('长', 3000));
        Assert.Contains("长…”", answer.Text(), StringComparison.Ordinal);
    }
}
