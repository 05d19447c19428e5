using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class FollowCommandTests : ConversationTests
{
    private protected override Task ArrangeAsync() => Talk.ListAsync(Issue("2026-01-14").Tagged("芯片", "华为").With("华为的一条"));

    [Theory]
    [InlineData(Chinese, "关注 #华为", "取消关注 #华为", "已关注 华为，/follow 里是全部关注。", "已取消关注 华为。", "还没有关注标签。")]
    [InlineData(English, "Follow #华为", "Unfollow #华为", "You follow 华为 now. /follow lists your tags.", "You no longer follow 华为.", "You follow no tag yet.")]
    public async Task A_tag_is_followed_and_left_in_place(long person, string follow, string leave, string followed, string left, string nothing)
    {
        var tag = await Talk.AskAsync(person, "/tag 华为");
        Assert.Equal(followed, (await Talk.PressAsync(person, tag, follow)).Text);
        Assert.Equal(leave, Talk.Now(tag).Buttons()[^1]);
        Assert.Equal(["#华为"], (await Talk.AskAsync(person, "/follow")).Buttons());
        Assert.Equal(left, (await Talk.PressAsync(person, Talk.Now(tag), leave)).Text);
        Assert.Equal(follow, Talk.Now(tag).Buttons()[^1]);
        Assert.StartsWith(nothing, (await Talk.AskAsync(person, "/follow")).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_offers_the_tag_of_its_headline_until_it_is_followed()
    {
        var key = await Talk.KeyAsync("2026-01-14", 0);
        var card = await Talk.AskAsync(Chinese, "/" + key);
        Assert.Equal("收藏|关注 #华为", card.Buttons()[1]);
        Assert.Equal("已关注 华为，/follow 里是全部关注。", (await Talk.PressAsync(Chinese, card, "关注 #华为")).Text);
        Assert.Equal(card, Talk.Now(card));
        Assert.Equal("收藏", (await Talk.AskAsync(Chinese, "/" + key)).Buttons()[1]);
    }

    [Theory]
    [InlineData("/follow 华为", "已关注 华为，/follow 里是全部关注。")]
    [InlineData("/follow #华为", "已关注 华为，/follow 里是全部关注。")]
    [InlineData("/follow -华为", "已取消关注 华为。")]
    [InlineData("/follow 量子炒锅", "没有标签“量子炒锅”。")]
    [InlineData("/follow", "还没有关注标签。")]
    public async Task It_can_be_typed_too(string command, string words) => Assert.StartsWith(words, (await Talk.AskAsync(Chinese, command)).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task In_a_group_everybody_follows_for_themselves_and_nobody_sees_what()
    {
        var tag = await Talk.AskAsync(Chinese, "/tag@" + Bot + " 华为", WorldSeed.Forum);
        await Talk.PressAsync(WorldSeed.Owner, tag, "关注 #华为");
        Assert.Equal(tag, Talk.Now(tag));
        Assert.Equal(["#华为"], (await Talk.AskAsync(WorldSeed.Owner, "/follow")).Buttons());
        Assert.StartsWith("标签 · 2 个", (await Talk.AskAsync(WorldSeed.Owner, "/follow@" + Bot, WorldSeed.Forum)).Text(), StringComparison.Ordinal);
    }
}
