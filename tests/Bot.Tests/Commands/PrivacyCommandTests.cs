using BotDigest.Bot.Storage;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class PrivacyCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "**隐私**\n\n", "目前没有保存任何关于你的内容。")]
    [InlineData(English, "**Privacy**\n\n", "At this moment nothing about you is stored.")]
    public async Task It_says_what_is_stored(long person, string title, string end)
    {
        var answer = await Talk.AskAsync(person, "/privacy");
        Assert.StartsWith(title, answer.Marked(), StringComparison.Ordinal);
        Assert.EndsWith(end, answer.Text(), StringComparison.Ordinal);
        Assert.Empty(answer.Buttons());
    }

    [Fact]
    public async Task What_is_stored_can_be_deleted_after_a_second_look()
    {
        await Talk.AskAsync(English, "/subscribe 08:00");
        var card = await Talk.AskAsync(English, "/privacy");
        await Talk.PressAsync(English, card, "Delete what is stored");
        Assert.Equal("Really delete your settings, your subscription and what you have saved, follow and watch for?", Talk.Now(card).Text());
        await Talk.PressAsync(English, Talk.Now(card), "‹ Back");
        Assert.NotNull(await Services<SubscriberStore>().FindAsync(English, Cancellation));
        await Talk.PressAsync(English, Talk.Now(card), "Delete what is stored");
        await Talk.PressAsync(English, Talk.Now(card), "Yes, delete");
        Assert.StartsWith("Deleted.", Talk.Now(card).Text(), StringComparison.Ordinal);
        Assert.Null(await Services<SubscriberStore>().FindAsync(English, Cancellation));
    }

    [Fact]
    public async Task Typing_the_buttons_words_deletes_nothing()
    {
        await Talk.AskAsync(Chinese, "/subscribe 08:00");
        await Talk.AskAsync(Chinese, "/privacy forget yes");
        Assert.NotNull(await Services<SubscriberStore>().FindAsync(Chinese, Cancellation));
    }

    [Fact]
    public async Task In_a_group_it_points_to_the_private_chat() =>
        Assert.Equal("https://t.me/botdigest_bot?start=privacy", (await Talk.AskAsync(Chinese, "/privacy@" + Bot, WorldSeed.Forum)).Button("打开私聊"));
}
