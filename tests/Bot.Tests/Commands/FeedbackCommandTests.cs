using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Commands;

public sealed class FeedbackCommandTests : ConversationTests
{
    protected override string[] Settings =>
        [$"--Telegram:EditorsChat={WorldSeed.Editors}", $"--Telegram:Editors:0={WorldSeed.Editor}"];

    private protected override Task ArrangeAsync() => Wait.UntilAsync(() => Services<KnownChats>().Editors is not null, Cancellation);

    [Theory]
    [InlineData(Chinese, "谢谢，已转给编辑。", "小梅 的反馈", "编辑回复")]
    [InlineData(English, "Thank you. The editors have it.", "Alex 的反馈", "From the editors")]
    public async Task It_reaches_the_editors_and_their_answer_comes_back(long person, string thanks, string from, string answer)
    {
        Assert.Equal(thanks, (await Talk.AskAsync(person, "/feedback 第3条链接坏了 <b>\nASP.NET")).Text());
        var brought = Talk.Newest(WorldSeed.Editors);
        Assert.Equal($"**{from}**\n\n第3条链接坏了 <b>\nASP.⁠NET\n\n回复这条消息，就能答复对方。", brought.Marked());
        Assert.Equal("已回复对方。", (await Talk.AskAsync(WorldSeed.Editor, "已经改好了\n谢谢 main.py", WorldSeed.Editors, replyTo: brought.Id)).Text());
        Assert.Equal($"**{answer}**\n\n已经改好了\n谢谢 main.⁠py", Talk.Newest(person).Marked());
    }

    [Theory]
    [InlineData(Chinese, "想对编辑说什么？", "谢谢，已转给编辑。")]
    [InlineData(English, "What would you like to tell the editors?", "Thank you. The editors have it.")]
    public async Task Without_words_it_asks_for_them(long person, string question, string thanks)
    {
        Assert.StartsWith(question, (await Talk.AskAsync(person, "/feedback")).Text(), StringComparison.Ordinal);
        Assert.Equal(thanks, (await Talk.AskAsync(person, "很好看")).Text());
        Assert.Contains("很好看", Talk.Newest(WorldSeed.Editors).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_an_hour_from_one_person_and_thirty_from_all()
    {
        for (var word = 0; word < 3; word++)
            Assert.Equal("谢谢，已转给编辑。", (await Talk.AskAsync(Chinese, $"/feedback {word}")).Text());
        var before = Talk.World.MessagesOf(WorldSeed.Editors).Length;
        Assert.StartsWith("这一小时的反馈已经够多了", (await Talk.AskAsync(Chinese, "/feedback 3")).Text(), StringComparison.Ordinal);
        Assert.Equal(before, Talk.World.MessagesOf(WorldSeed.Editors).Length);
        Assert.StartsWith("Thank you.", (await Talk.AskAsync(English, "/feedback 4")).Text(), StringComparison.Ordinal);
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("谢谢，已转给编辑。", (await Talk.AskAsync(Chinese, "/feedback 5")).Text());
    }

    [Fact]
    public async Task Too_much_is_refused() => Assert.StartsWith("太长了", (await Talk.AskAsync(Chinese, "/feedback " + new string('长', 1001))).Text(), StringComparison.Ordinal);

    [Fact]
    public async Task Nobody_but_an_editor_can_answer_and_only_to_feedback()
    {
        await Talk.AskAsync(Chinese, "/feedback 你好");
        var brought = Talk.Newest(WorldSeed.Editors);
        Talk.Sandbox.Users.Invite(WorldSeed.Owner, WorldSeed.Editors, English);
        Assert.Empty(await Talk.WriteAsync(English, "我来答", WorldSeed.Editors, replyTo: brought.Id));
        Assert.Equal("谢谢，已转给编辑。", Talk.Newest(Chinese).Text());
        await Services<SubscriberStore>().ForgetAsync(Chinese, Cancellation);
        Assert.Empty(await Talk.WriteAsync(WorldSeed.Editor, "晚了", WorldSeed.Editors, replyTo: brought.Id));
    }

    [Fact]
    public async Task An_answer_to_somebody_who_has_blocked_the_bot_is_said_to_be_lost()
    {
        await Talk.AskAsync(Chinese, "/feedback 你好");
        var brought = Talk.Newest(WorldSeed.Editors);
        Talk.Sandbox.Users.Block(Chinese);
        Assert.StartsWith("没有送到", (await Talk.AskAsync(WorldSeed.Editor, "在吗", WorldSeed.Editors, replyTo: brought.Id)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_it_points_to_the_private_chat() =>
        Assert.Equal("https://t.me/botdigest_bot?start=feedback", (await Talk.AskAsync(Chinese, "/feedback@" + Bot + " 你好", WorldSeed.Forum)).Button("打开私聊"));

    [Fact]
    public async Task Whose_it_was_is_forgotten_after_its_time()
    {
        await Talk.AskAsync(Chinese, "/feedback 你好");
        var store = Talk.Services.GetRequiredService<FeedbackStore>();
        var brought = Talk.Newest(WorldSeed.Editors);
        Assert.Equal(0, await store.ForgetAsync(TimeSpan.FromDays(30), Cancellation));
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, await store.ForgetAsync(TimeSpan.FromDays(30), Cancellation));
        Assert.Null(await store.FindAsync(brought.Id, Cancellation));
    }
}
