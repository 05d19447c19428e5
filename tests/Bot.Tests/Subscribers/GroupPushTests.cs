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
    [InlineData(WorldSeed.Group, English)]
    [InlineData(WorldSeed.Forum, Chinese)]
    public async Task Where_it_may_not_write_it_is_silent_until_somebody_starts_it_there(long group, long member)
    {
        await SubscribeAsync(group);
        await ForbidAsync(group, MemberStatus.Restricted, isTold: false);
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await Wait.UntilAsync(async () => (await KnownAsync(group))!.Parked, Cancellation);
        await ForbidAsync(group, MemberStatus.Member, isTold: false);
        await Talk.SaveAsync("2026-01-16", "次日要闻");
        await PlannedAsync(16);
        Assert.True((await KnownAsync(group))!.Parked);

        await Talk.AskAsync(member, "/start@" + Bot, group);
        Assert.False((await KnownAsync(group))!.Parked);
        await Talk.SaveAsync("2026-01-17", "三日要闻");
        await PushAsync(group, "三日要闻");
        Assert.Empty(Pushes(group, "今日要闻"));
        Assert.Empty(Pushes(group, "次日要闻"));
        Assert.Single(Talk.Sandbox.Services.Journal.Of("sendMessage"), c => c.Status == 400);
    }

    [Theory]
    [InlineData(WorldSeed.Group)]
    [InlineData(WorldSeed.Forum)]
    public async Task An_update_that_takes_its_right_to_write_away_or_gives_it_back_is_heeded(long group)
    {
        await SubscribeAsync(group);
        await ForbidAsync(group, MemberStatus.Restricted, isTold: true);
        Assert.True((await KnownAsync(group))!.Parked);
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await PlannedAsync(15);
        await ForbidAsync(group, MemberStatus.Member, isTold: true);
        Assert.False((await KnownAsync(group))!.Parked);
        await Talk.SaveAsync("2026-01-16", "次日要闻");
        await PushAsync(group, "次日要闻");
        Assert.Empty(Pushes(group, "今日要闻"));
        Assert.DoesNotContain(Talk.Sandbox.Services.Journal.Of("sendMessage"), c => c.Status is 400 or 403);
    }

    [Fact]
    public async Task Whoever_speaks_as_the_group_may_subscribe_it_and_is_answered_in_the_language_of_the_group()
    {
        var card = await Talk.AskAnonymouslyAsync(WorldSeed.Owner, "/subscribe@" + Bot + " what=issues", WorldSeed.Forum, News);
        Assert.StartsWith("**订阅好了。**", card.Marked(), StringComparison.Ordinal);
        Assert.Equal((Wants.Issues, News), await KnownAsync(WorldSeed.Forum) is { } kept ? (kept.Wants, kept.Topic!.Value) : default);

        await Talk.AskAnonymouslyAsync(WorldSeed.Owner, "/settings@" + Bot + " English", WorldSeed.Forum, News);
        Assert.StartsWith("**You are subscribed already.**", (await Talk.AskAnonymouslyAsync(WorldSeed.Owner, "/subscribe@" + Bot, WorldSeed.Forum, News)).Marked(), StringComparison.Ordinal);
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        Assert.Equal(News, (await PushAsync(WorldSeed.Forum, "今日要闻")).ThreadId);
    }

    [Theory]
    [InlineData(Chinese, "在群里，只有管理员可以改这个。")]
    [InlineData(English, "In a group only its administrators may change this.")]
    public async Task Members_may_not_and_nothing_is_kept(long member, string words)
    {
        Talk.Sandbox.Users.Invite(WorldSeed.Owner, WorldSeed.Forum, member);
        Assert.Equal(words, (await Talk.AskAsync(member, "/subscribe@" + Bot + " what=issues", WorldSeed.Forum, topic: News)).Text());
        Assert.Equal(words, (await Talk.AskAsync(member, "/settings@" + Bot + " hour=07:00", WorldSeed.Forum, topic: News)).Text());
        var card = await Talk.AskAnonymouslyAsync(WorldSeed.Owner, "/subscribe@" + Bot, WorldSeed.Forum, News);
        Assert.Equal(words, (await Talk.PressAsync(member, card, card.Buttons()[0])).Text);
        Assert.Null(await KnownAsync(WorldSeed.Forum));
        await Talk.PressAsync(WorldSeed.Owner, card, card.Buttons()[0]);
        Assert.Equal(Wants.Issues, (await KnownAsync(WorldSeed.Forum))!.Wants);
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

    /// <summary>The bot's place in a group changes; Telegram says so where it alone is meant, and not where nobody may write.</summary>
    private Task ForbidAsync(long group, MemberStatus status, bool isTold)
    {
        lock (Talk.World.Gate)
        {
            var chat = Talk.World.FindChat(group)!;
            if (isTold)
                Talk.World.SetMember(chat, Talk.World.Bot, Talk.World.FindPerson(WorldSeed.Owner)!, new Membership(status));
            else
                chat.Members[WorldSeed.BotId] = new Membership(status);
        }

        return Talk.SettleAsync();
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
