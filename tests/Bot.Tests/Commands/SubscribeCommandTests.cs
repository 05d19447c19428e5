using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class SubscribeCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "**订阅好了。**\n每期日报一发布，简报就会送到这里。", "**你已经订阅了。**\n每期日报一发布，简报就会送到这里。", "zh-Hans")]
    [InlineData(English, "**Subscribed.**\nEach issue comes to you in brief as soon as it is published.", "**You are subscribed already.**\nEach issue comes to you in brief as soon as it is published.", "en")]
    public async Task It_subscribes_once(long person, string first, string second, string language)
    {
        Assert.Equal(first, (await Talk.AskAsync(person, "/subscribe")).Marked());
        Assert.Equal(second, (await Talk.AskAsync(person, "/subscribe")).Marked());
        Assert.Equal(new Subscriber(person) { Subscribed = true, OwnLanguage = language }, await Services<SubscriberStore>().FindAsync(person, Cancellation));
    }

    [Theory]
    [InlineData(Chinese, "/subscribe 7点半", "**订阅好了。**\n每期日报的简报会在 07:30（北京）送到这里。")]
    [InlineData(English, "/subscribe 7:30", "**Subscribed.**\nEach issue comes to you in brief at 07:30 (Beijing).")]
    public async Task With_an_hour_it_comes_at_that_hour(long person, string command, string words) =>
        Assert.Equal(words, (await Talk.AskAsync(person, command)).Marked());

    [Fact]
    public async Task Its_buttons_lead_to_the_hours_and_out_again_in_place()
    {
        var answer = await Talk.AskAsync(Chinese, "/subscribe");
        Assert.Equal(["推送时间|设置|退订"], answer.Buttons());
        await Talk.PressAsync(Chinese, answer, "推送时间");
        Assert.StartsWith("几点推送？", Talk.Now(answer).Text(), StringComparison.Ordinal);
        answer = await Talk.AskAsync(Chinese, "/subscribe");
        await Talk.PressAsync(Chinese, answer, "退订");
        Assert.StartsWith("已经退订", Talk.Now(answer).Text(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, Talk.Now(answer), "订阅");
        Assert.StartsWith("订阅好了", Talk.Now(answer).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Chinese, WorldSeed.Forum, "这是你我之间的事", "打开私聊")]
    [InlineData(English, WorldSeed.Group, "This is between you and me", "Open the private chat")]
    public async Task In_a_group_it_points_to_the_private_chat(long person, long chat, string words, string caption)
    {
        var answer = await Talk.AskAsync(person, "/subscribe@" + Bot, chat);
        Assert.StartsWith(words, answer.Text(), StringComparison.Ordinal);
        Assert.Equal("https://t.me/botdigest_bot?start=subscribe", answer.Button(caption));
        Assert.Null(await Services<SubscriberStore>().FindAsync(person, Cancellation));
        Assert.Null(await Services<SubscriberStore>().FindAsync(chat, Cancellation));
    }
}
