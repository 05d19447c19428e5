using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Tests.Commands;

public sealed class UnsubscribeCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "已经退订", "你没有订阅", "订阅", "想收到什么？")]
    [InlineData(English, "Unsubscribed.", "You are not subscribed", "Subscribe", "What shall come to you?")]
    public async Task It_ends_the_subscription_once_and_offers_the_way_back(long person, string first, string second, string caption, string question)
    {
        await Talk.AskAsync(person, "/subscribe 08:00");
        Assert.StartsWith(first, (await Talk.AskAsync(person, "/unsubscribe")).Text(), StringComparison.Ordinal);
        Assert.Equal(Wants.None, (await Services<SubscriberStore>().FindAsync(person, Cancellation))!.Wants);
        var answer = await Talk.AskAsync(person, "/unsubscribe");
        Assert.StartsWith(second, answer.Text(), StringComparison.Ordinal);
        await Talk.PressAsync(person, answer, caption);
        Assert.StartsWith(question, Talk.Now(answer).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, "关键词提醒（1 个）还会继续")]
    [InlineData(English, "Alerts for what you watch (1) still come")]
    public async Task It_says_what_still_comes(long person, string line)
    {
        await Talk.AskAsync(person, "/subscribe 08:00");
        await Talk.AskAsync(person, "/watch chip");
        Assert.Contains(line, (await Talk.AskAsync(person, "/unsubscribe")).Text(), StringComparison.Ordinal);
    }
}
