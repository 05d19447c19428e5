using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Subscribers;

/// <summary>Pushes to groups, whatever becomes of the group: thrown out and asked back, a topic that is closed or gone, a move to a supergroup.</summary>
public sealed class GroupPushTests : ConversationTests
{
    private const int News = 2;

    [Theory]
    [InlineData(WorldSeed.Group)]
    [InlineData(WorldSeed.Forum)]
    public async Task Thrown_out_it_is_silent_and_asked_back_it_goes_on(long group)
    {
        await SubscribeAsync(group);
        Talk.Sandbox.Users.Kick(WorldSeed.Owner, group, WorldSeed.BotId);
        await Talk.SettleAsync();
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await PlannedAsync(15);
        Assert.True((await KnownAsync(group))!.Parked);
        Talk.Sandbox.Users.Invite(WorldSeed.Owner, group, WorldSeed.BotId);
        await Talk.SettleAsync();
        await Talk.SaveAsync("2026-01-16", "次日要闻");
        await PushAsync(group, "次日要闻");
        Assert.Empty(Pushes(group, "今日要闻"));
        Assert.DoesNotContain(Talk.Sandbox.Services.Journal.Of("sendMessage"), c => c.Status == 403);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_topic_that_is_closed_or_gone_is_left_for_the_group_itself(bool closed)
    {
        await SubscribeAsync(WorldSeed.Forum, topic: News);
        lock (Talk.World.Gate)
        {
            var topics = Talk.World.FindChat(WorldSeed.Forum)!.Topics;
            if (closed)
                topics[News] = topics[News] with { IsClosed = true };
            else
                topics.Remove(News);
        }

        await Talk.SaveAsync("2026-01-15", "今日要闻");
        Assert.Null((await PushAsync(WorldSeed.Forum, "今日要闻")).ThreadId);
        Assert.Null((await KnownAsync(WorldSeed.Forum))!.Topic);
        await Talk.SaveAsync("2026-01-16", "次日要闻");
        await PushAsync(WorldSeed.Forum, "次日要闻");
        Assert.Single(Pushes(WorldSeed.Forum, "今日要闻"));
        Assert.Equal(1, Talk.Sandbox.Services.Journal.Of("sendMessage").Count(c => c.Status == 400));
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_is_pushed_to_where_it_is_now()
    {
        await SubscribeAsync(WorldSeed.Group);
        var moved = Talk.Sandbox.Users.Migrate(WorldSeed.Owner, WorldSeed.Group);
        await Talk.SettleAsync();
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await PushAsync(moved.Id, "今日要闻");
        Assert.Empty(Pushes(WorldSeed.Group, "今日要闻"));
        Assert.Null(await KnownAsync(WorldSeed.Group));
    }

    [Fact]
    public async Task It_keeps_the_language_of_whoever_subscribed_it_whichever_administrator_changes_its_hour()
    {
        await SubscribeAsync(WorldSeed.Forum);
        Talk.Sandbox.Users.Invite(WorldSeed.Owner, WorldSeed.Forum, English);
        Talk.Sandbox.Users.Promote(WorldSeed.Owner, WorldSeed.Forum, English, Rights.All);
        await Talk.AskAsync(English, "/settings@" + Bot + " hour=20:00", WorldSeed.Forum);
        Assert.Equal(("zh-Hans", new TimeOnly(20, 0)), await KnownAsync(WorldSeed.Forum) is { } group ? (group.OwnLanguage, group.PushAt!.Value) : default);
    }

    [Theory]
    [InlineData(Chinese, null)]
    [InlineData(English, null)]
    [InlineData(WorldSeed.Owner, WorldSeed.Forum)]
    public async Task A_button_that_is_pressed_twice_subscribes_once_and_one_push_comes(long person, long? group)
    {
        var card = await Talk.AskAsync(person, Typed("/subscribe", inGroup: group is not null), group);
        var chat = group ?? person;
        Talk.Sandbox.Users.Press(person, chat, card.Id, card.Buttons()[0].Split('|')[0]);
        Talk.Sandbox.Users.Press(person, chat, card.Id, card.Buttons()[0].Split('|')[0]);
        await Talk.SettleAsync();
        Assert.Equal(Wants.Issues, (await KnownAsync(chat))!.Wants);
        await Talk.RestartAndRepeatAsync();
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await PushAsync(chat, "今日要闻");
        await PlannedAsync(15);
        await Wait.UntilAsync(async () => await Services<PushStore>().NextDueAsync(Cancellation) is null && (await Services<PushStore>().ListSendingAsync(Cancellation)).Count == 0, Cancellation);
        Assert.Single(Pushes(chat, "今日要闻"));
    }

    private Task<Message> SubscribeAsync(long group, int? topic = null) => Talk.AskAsync(WorldSeed.Owner, "/subscribe@" + Bot + " what=issues", group, topic: topic);

    private Task<Subscriber?> KnownAsync(long chat) => Services<SubscriberStore>().FindAsync(chat, Cancellation);

    private Task PlannedAsync(int day) => Wait.UntilAsync(() => Services<PushStore>().IsPlannedAsync(BroadcastKind.Issue, new DateOnly(2026, 1, day), Cancellation), Cancellation);

    private Message[] Pushes(long chat, string title) => [.. Talk.World.MessagesOf(chat).Where(m => m.Author.IsBot && m.Text().StartsWith(title, StringComparison.Ordinal))];

    private async Task<Message> PushAsync(long chat, string title)
    {
        await Wait.UntilAsync(() => Pushes(chat, title).Length > 0, Cancellation);
        return Pushes(chat, title)[0];
    }
}
