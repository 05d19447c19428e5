using BotDigest.Bot.Storage;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class SavedCommandTests : ConversationTests
{
    [Fact]
    public async Task What_was_saved_is_listed_the_last_first_and_opens_by_its_number()
    {
        await Talk.ListAsync(Issue("2026-01-14").With("第一条", "正文一").With("第二条", "正文二"));
        await Talk.AskAsync(Chinese, "/save " + await Talk.KeyAsync("2026-01-14", 0));
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(1));
        await Talk.AskAsync(Chinese, "/save " + await Talk.KeyAsync("2026-01-14", 1));
        var list = await Talk.AskAsync(Chinese, "/saved");
        Assert.Equal(
            "**收藏** · 2 条\n\n**1. ****第二条** · 1月14日 · [频道](https://t.me/ai_news_plus/102)\n\n**2. ****第一条** · 1月14日 · [频道](https://t.me/ai_news_plus/101)".Replace("****", "", StringComparison.Ordinal),
            list.Marked());
        Assert.Equal(["1|2"], list.Buttons());
        await Talk.PressAsync(Chinese, list, "2");
        Assert.EndsWith("正文一", Talk.Newest(Chinese).Text(), StringComparison.Ordinal);
        Assert.StartsWith("取消收藏", Talk.Newest(Chinese).Buttons()[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_paged_in_place_and_those_of_an_issue_that_was_taken_back_are_not_shown()
    {
        await Talk.ListAsync([Issue("2026-01-13").With("撤回的"), .. Enumerable.Range(1, 9).Select(day => Issue($"2026-01-0{day}").With($"{day}日的新闻"))]);
        foreach (var date in (string[])["2026-01-13", .. Enumerable.Range(1, 9).Select(day => $"2026-01-0{day}")])
            await Talk.AskAsync(English, "/save " + await Talk.KeyAsync(date, 0));
        await Services<IssueStore>().SetListedAsync(new DateOnly(2026, 1, 13), listed: false, Cancellation);
        var list = await Talk.AskAsync(English, "/saved");
        Assert.StartsWith("Saved · 9 stories · page 1 of 2", list.Text(), StringComparison.Ordinal);
        await Talk.PressAsync(English, list, "›");
        Assert.StartsWith("Saved · 9 stories · page 2 of 2", Talk.Now(list).Text(), StringComparison.Ordinal);
        Assert.Equal(["9", "‹|2/2|›"], Talk.Now(list).Buttons());
    }

    [Theory]
    [InlineData(Chinese, "还没有收藏。")]
    [InlineData(English, "Nothing saved yet.")]
    public async Task Nothing_saved_is_said_with_the_way_to_it(long person, string words) =>
        Assert.StartsWith(words, (await Talk.AskAsync(person, "/saved")).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task In_a_group_it_points_to_the_private_chat() =>
        Assert.Equal("https://t.me/botdigest_bot?start=saved", (await Talk.AskAsync(Chinese, "/saved@" + Bot, WorldSeed.Forum)).Button("打开私聊"));
}
