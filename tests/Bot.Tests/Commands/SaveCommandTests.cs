using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class SaveCommandTests : ConversationTests
{
    private protected override Task ArrangeAsync() => Talk.ListAsync(Issue("2026-01-14").Tagged("华为").With("第一条").With("第二条"));

    [Theory]
    [InlineData(Chinese, "收藏", "取消收藏", "已收藏，/saved 里能找到。", "已取消收藏。", "还没有收藏。")]
    [InlineData(English, "Save", "Remove from saved", "Saved. /saved has them all.", "No longer saved.", "Nothing saved yet.")]
    public async Task The_button_keeps_the_story_and_then_lets_it_go(long person, string save, string remove, string saved, string removed, string nothing)
    {
        var card = await Talk.AskAsync(person, "/" + await Talk.KeyAsync("2026-01-14", 0));
        Assert.Equal(saved, (await Talk.PressAsync(person, card, save)).Text);
        Assert.StartsWith(remove, Talk.Now(card).Buttons()[1], StringComparison.Ordinal);
        Assert.Contains("第一条", (await Talk.AskAsync(person, "/saved")).Text(), StringComparison.Ordinal);
        Assert.Equal(removed, (await Talk.PressAsync(person, Talk.Now(card), remove)).Text);
        Assert.Equal(card.Buttons(), Talk.Now(card).Buttons());
        Assert.StartsWith(nothing, (await Talk.AskAsync(person, "/saved")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_pressed_twice_saves_once()
    {
        var key = await Talk.KeyAsync("2026-01-14", 0);
        var old = Talk.PostWithButton(Chinese, "1 save 0 " + key);
        await Talk.PressAsync(Chinese, old, "old");
        old = Talk.PostWithButton(Chinese, "1 save 0 " + key);
        await Talk.PressAsync(Chinese, old, "old");
        Assert.StartsWith("收藏 · 1 条", (await Talk.AskAsync(Chinese, "/saved")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_everybody_saves_for_themselves_and_the_message_stays()
    {
        var card = await Talk.AskAsync(Chinese, $"/{await Talk.KeyAsync("2026-01-14", 0)}@{Bot}", WorldSeed.Forum);
        Assert.Equal("已收藏，/saved 里能找到。", (await Talk.PressAsync(WorldSeed.Owner, card, "收藏")).Text);
        Assert.Equal(card, Talk.Now(card));
        Assert.StartsWith("还没有收藏。", (await Talk.AskAsync(Chinese, "/saved")).Text(), StringComparison.Ordinal);
        Assert.StartsWith("收藏 · 1 条", (await Talk.AskAsync(WorldSeed.Owner, "/saved")).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/save s_nosuchstory", "这条新闻已经不在了。")]
    [InlineData("/save -s_nosuchstory", "这条新闻已经不在了。")]
    [InlineData("/save", "还没有收藏。")]
    public async Task Addresses_are_looked_up(string command, string words) => Assert.StartsWith(words, (await Talk.AskAsync(Chinese, command)).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task It_can_be_typed_too()
    {
        var key = await Talk.KeyAsync("2026-01-14", 1);
        Assert.Equal("已收藏，/saved 里能找到。", (await Talk.AskAsync(Chinese, "/save " + key)).Text());
        Assert.Equal("已取消收藏。", (await Talk.AskAsync(Chinese, "/save -" + key)).Text());
    }
}
