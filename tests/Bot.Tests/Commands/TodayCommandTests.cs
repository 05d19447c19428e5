using BotDigest.Bot.Tests.Storage;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class TodayCommandTests : ConversationTests
{
    private static IssueBuilder Today => Issue("2026-01-15").Titled("国产算力跑出生图模型")
        .With("昇腾训练出图像模型", "全程国产芯片", "https://example.com/1")
        .With("ASP.NET 新版发布");

    [Fact]
    public async Task Todays_issue_comes_in_brief()
    {
        await Talk.ListAsync(Today, Issue("2026-01-14").With("昨天的事"));
        var answer = await Talk.AskAsync(Chinese, "/today");
        Assert.Equal(
            """
            **国产算力跑出生图模型**
            2026年1月15日 · 星期四 · AI 日报

            • **bold** start
            • [link](https://example.com/)

            [昇腾训练出图像模型](https://t.me/ai_news_plus/101) · Section
            [ASP.NET 新版发布](https://t.me/ai_news_plus/102) · Section
            """,
            answer.Marked());
        Assert.Equal(["频道阅读", "往期|订阅"], answer.Buttons());
        Assert.Equal("https://t.me/ai_news_plus/100", answer.Button("频道阅读"));
    }

    [Fact]
    public async Task Without_an_issue_of_today_it_is_the_newest_one_and_says_so()
    {
        await Talk.ListAsync(Issue("2026-01-14").Titled("昨天"), Issue("2026-01-13").Titled("前天"));
        Assert.StartsWith("今天（1月15日）的日报还没有来，这是最新一期。\n\n**昨天**\n", (await Talk.AskAsync(Chinese, "/today")).Marked(), StringComparison.Ordinal);
        Assert.StartsWith("No issue for today (15 Jan) yet. This is the newest one.\n\n**昨天**\n14 January 2026 · Wednesday · ", (await Talk.AskAsync(English, "/today")).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, null, "还没有日报")]
    [InlineData(English, null, "There is no issue yet")]
    [InlineData(Chinese, WorldSeed.Forum, "还没有日报")]
    [InlineData(English, WorldSeed.Group, "There is no issue yet")]
    public async Task Without_any_issue_it_says_so(long person, long? chat, string words)
    {
        var answer = await Talk.AskAsync(person, Typed("/today", chat is not null), chat);
        Assert.StartsWith(words, answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_the_answer_replies_to_the_asker_in_the_topic()
    {
        await Talk.ListAsync(Today);
        var answer = await Talk.AskAsync(Chinese, "/today@" + Bot, WorldSeed.Forum, topic: 2);
        Assert.Equal(2, answer.ThreadId);
        Assert.Equal(answer.Id - 1, answer.ReplyTo);
    }

    [Fact]
    public async Task An_issue_that_is_not_listed_is_not_shown()
    {
        await Talk.ListAsync(Today);
        await Services<BotDigest.Bot.Storage.IssueStore>().SetListedAsync(new DateOnly(2026, 1, 15), listed: false, Cancellation);
        Assert.StartsWith("还没有日报", (await Talk.AskAsync(Chinese, "/today")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_issue_stays_one_message_and_says_how_much_is_left_out()
    {
        var issue = Issue("2026-01-15");
        for (var i = 0; i < 150; i++)
            issue.With($"第{i}条新闻的标题", "", "https://example.com/" + i);
        await Talk.ListAsync(issue);
        var answer = await Talk.AskAsync(Chinese, "/today");
        Assert.InRange(answer.Body.Words.Entities.Length, 50, 100);
        var lines = answer.Text().Split('\n').Count(l => l.StartsWith('第'));
        Assert.EndsWith($"\n… 还有 {150 - lines} 条", answer.Text(), StringComparison.Ordinal);
    }
}
