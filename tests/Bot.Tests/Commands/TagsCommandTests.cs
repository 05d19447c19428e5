using BotDigest.Bot.Tests.Storage;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class TagsCommandTests : ConversationTests
{
    private static IssueBuilder[] Issues =>
    [
        .. Enumerable.Range(1, 9).Select(day => Issue($"2026-01-0{day}")
            .Tagged([.. Enumerable.Range(0, 30).Where(tag => day > tag / 4).Select(tag => $"标签{tag:00}")])
            .With($"{day}日的新闻")),
    ];

    [Theory]
    [InlineData(Chinese, null, "**标签** · 30 个 · 第 1/2 页\n\n点一个，看它的新闻。")]
    [InlineData(English, null, "**Tags** · 30 tags · page 1 of 2\n\nTap one to see its stories.")]
    [InlineData(Chinese, WorldSeed.Forum, "**标签** · 30 个 · 第 1/2 页\n\n点一个，看它的新闻。")]
    [InlineData(English, WorldSeed.Group, "**Tags** · 30 tags · page 1 of 2\n\nTap one to see its stories.")]
    public async Task The_most_used_tags_come_first_with_their_counts(long person, long? chat, string text)
    {
        await Talk.ListAsync(Issues);
        var answer = await Talk.AskAsync(person, Typed("/tags", chat is not null), chat);
        Assert.Equal(text, answer.Marked());
        Assert.Equal(["标签00 9|标签01 9|标签02 9", "标签03 9|标签04 8|标签05 8"], answer.Buttons()[..2]);
        Assert.Equal("‹|1/2|›", answer.Buttons()[^1]);
    }

    [Fact]
    public async Task Pages_turn_in_place_and_a_tag_opens_below()
    {
        await Talk.ListAsync(Issues);
        var list = await Talk.AskAsync(Chinese, "/tags");
        await Talk.PressAsync(Chinese, list, "›");
        Assert.Contains("第 2/2 页", Talk.Now(list).Text(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, Talk.Now(list), "标签24 3");
        Assert.StartsWith("**标签24** · 3 条\n\n**1. 9日的新闻** · 1月9日", Talk.Newest(Chinese).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, "还没有标签。")]
    [InlineData(English, "There are no tags yet.")]
    public async Task Without_any_it_says_so(long person, string words) => Assert.Equal(words, (await Talk.AskAsync(person, "/tags")).Text());
}
