using BotDigest.Bot.Storage;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class UnsubscribeCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "已经退订", "你没有订阅", "订阅")]
    [InlineData(English, "Unsubscribed.", "You are not subscribed", "Subscribe")]
    public async Task It_ends_the_subscription_once_and_offers_the_way_back(long person, string first, string second, string caption)
    {
        await Talk.AskAsync(person, "/subscribe");
        Assert.StartsWith(first, (await Talk.AskAsync(person, "/unsubscribe")).Text(), StringComparison.Ordinal);
        Assert.False((await Services<SubscriberStore>().FindAsync(person, Cancellation))!.Subscribed);
        var answer = await Talk.AskAsync(person, "/unsubscribe");
        Assert.StartsWith(second, answer.Text(), StringComparison.Ordinal);
        await Talk.PressAsync(person, answer, caption);
        Assert.True((await Services<SubscriberStore>().FindAsync(person, Cancellation))!.Subscribed);
    }

    [Fact]
    public async Task In_a_group_it_points_to_the_private_chat() =>
        Assert.Equal("https://t.me/botdigest_bot?start=unsubscribe", (await Talk.AskAsync(Chinese, "/unsubscribe@" + Bot, WorldSeed.Forum)).Button("打开私聊"));
}
