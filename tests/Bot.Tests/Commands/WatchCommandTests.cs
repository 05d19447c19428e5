using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class WatchCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "还没有关键词提醒。", "/watch 芯片", "开始留意“芯片”。", "不再留意“芯片”。")]
    [InlineData(English, "You watch for nothing yet.", "/watch chip", "Watching for “chip”.", "No longer watching for “chip”.")]
    public async Task A_word_is_watched_for_until_its_button_ends_it(long person, string nothing, string command, string begun, string ended)
    {
        Assert.StartsWith(nothing, (await Talk.AskAsync(person, "/watch")).Text(), StringComparison.Ordinal);
        Assert.Null(await Services<SubscriberStore>().FindAsync(person, Cancellation));
        var card = await Talk.AskAsync(person, command);
        Assert.StartsWith(begun, card.Text(), StringComparison.Ordinal);
        Assert.Equal(ended, (await Talk.PressAsync(person, card, card.Buttons()[0])).Text);
        Assert.Empty(await Services<WatchStore>().ListAsync(person, Cancellation));
    }

    [Fact]
    public async Task What_search_does_not_tell_apart_is_watched_for_once()
    {
        await Talk.AskAsync(Chinese, "/watch GPT-5");
        await Talk.AskAsync(Chinese, "/watch ｇｐｔ-5");
        Assert.Equal(["GPT-5"], await Services<WatchStore>().ListAsync(Chinese, Cancellation));
        await Talk.AskAsync(Chinese, "/watch -gpt-5");
        Assert.Empty(await Services<WatchStore>().ListAsync(Chinese, Cancellation));
    }

    [Fact]
    public async Task There_is_an_end_and_nonsense_is_said_to_be_so()
    {
        for (var i = 0; i < Watch.Most; i++)
            await Services<WatchStore>().AddAsync(Chinese, "zh-Hans", "词" + i, Cancellation);
        Assert.Equal("最多可以留意 50 个关键词，先去掉一个吧。", (await Talk.AskAsync(Chinese, "/watch 芯片")).Text());
        Assert.Equal("关键词最长 64 个字符。", (await Talk.AskAsync(Chinese, "/watch " + new string('词', 65))).Text());
    }

    [Fact]
    public async Task Search_offers_to_watch_for_what_was_looked_for()
    {
        await Talk.ListAsync(Issue("2026-01-15").With("国产芯片发布"));
        var found = await Talk.AskAsync(Chinese, "/search 芯片");
        await Talk.PressAsync(Chinese, found, "提醒我：芯片");
        Assert.Equal(["芯片"], await Services<WatchStore>().ListAsync(Chinese, Cancellation));
    }

    [Theory]
    [InlineData("国产 芯片", true)]
    [InlineData("芯片 -手机", false)]
    [InlineData("芯片 from:2026-01-01", false)]
    public async Task What_is_more_than_words_cannot_be_watched_for(string query, bool offered)
    {
        await Talk.ListAsync(Issue("2026-01-15").With("国产芯片发布"));
        var found = await Talk.AskAsync(Chinese, "/search " + query);
        Assert.Contains("国产", found.Text(), StringComparison.Ordinal);
        Assert.Equal(offered, found.Buttons().Any(row => row.StartsWith("提醒我", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task In_a_group_it_points_to_the_private_chat() =>
        Assert.Equal("https://t.me/botdigest_bot?start=watch", (await Talk.AskAsync(Chinese, "/watch@" + Bot, WorldSeed.Forum)).Button("打开私聊"));
}
