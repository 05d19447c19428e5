using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class NewCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "以后发 /new，就能看到上次之后的新内容。", "1月15日 10:0", "之后还没有新内容。", "之后的新内容** · 2 条\n\n**1月16日** 周五\n[新的一条](", "1月16日")]
    [InlineData(English, "From now on /new shows what has come since you last asked.", "Nothing new since 15 Jan 10:0", ".", "** · 2 stories\n\n**16 Jan** Fri\n[新的一条](", "16 Jan")]
    public async Task The_first_look_is_the_newest_issue_and_later_ones_show_what_came_since(long person, string first, string nothing, string end, string fresh, string button)
    {
        await Talk.ListAsync(Issue("2026-01-14").Titled("昨天").With("旧的一条"));
        var answer = await Talk.AskAsync(person, "/new");
        Assert.StartsWith(first, answer.Text(), StringComparison.Ordinal);
        Assert.Contains("\n\n**昨天**\n", answer.Marked(), StringComparison.Ordinal);

        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
        answer = await Talk.AskAsync(person, "/new");
        Assert.StartsWith(nothing, answer.Text(), StringComparison.Ordinal);
        Assert.EndsWith(end, answer.Text(), StringComparison.Ordinal);
        Assert.Single(answer.Buttons());

        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromDays(1));
        await Talk.ListAsync(Issue("2026-01-16").Titled("今天").With("新的一条").With("新的两条"));
        answer = await Talk.AskAsync(person, "/new");
        Assert.Contains(fresh, answer.Marked(), StringComparison.Ordinal);
        Assert.DoesNotContain("旧的", answer.Text(), StringComparison.Ordinal);
        Assert.Equal([button], answer.Buttons());
        await Talk.PressAsync(person, answer, button);
        Assert.StartsWith("今天\n", Talk.Newest(person).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Much_is_one_message_and_what_is_left_out_is_counted()
    {
        await Talk.ListAsync(Issue("2026-01-10").With("旧的一条"));
        await Talk.AskAsync(Chinese, "/new");
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
        var issues = Enumerable.Range(11, 5).Select(day => Issue($"2026-01-{day}")).ToArray();
        foreach (var issue in issues)
        {
            for (var story = 0; story < 12; story++)
                issue.With($"{new string('长', 60)}{story}");
        }

        await Talk.ListAsync(issues);
        var answer = await Talk.AskAsync(Chinese, "/new");
        Assert.InRange(answer.Text().Length, 2000, 4096);
        Assert.EndsWith("\n\n… 还有 20 条", answer.Text(), StringComparison.Ordinal);
        Assert.Equal(["1月15日|1月14日|1月13日|1月12日", "1月11日"], answer.Buttons());
    }

    [Theory]
    [InlineData(Chinese, "还没有日报。")]
    [InlineData(English, "There is no issue yet.")]
    public async Task Without_an_issue_it_says_so(long person, string words) => Assert.StartsWith(words, (await Talk.AskAsync(person, "/new")).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task In_a_group_it_points_to_the_private_chat() =>
        Assert.Equal("https://t.me/botdigest_bot?start=new", (await Talk.AskAsync(Chinese, "/new@" + Bot, WorldSeed.Forum)).Button("打开私聊"));
}
