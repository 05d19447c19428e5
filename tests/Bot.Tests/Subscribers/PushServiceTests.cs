using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Subscribers;

public sealed class PushServiceTests : ConversationTests
{
    [Fact]
    public async Task A_published_issue_comes_to_each_subscriber_once_in_their_language_with_the_way_out()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=issues");
        await Talk.AskAsync(English, "/subscribe what=issues");
        await Talk.AskAsync(WorldSeed.Owner, "/settings 07:30");
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        var chinese = await PushAsync(Chinese, "今日要闻");
        var english = await PushAsync(English, "今日要闻");
        Assert.StartsWith("**今日要闻**\n2026年1月15日 · 星期四 · AI 日报\n\n一句话的摘要\n\n[今日要闻的第一条](https://t.me/ai_news_plus/", chinese.Marked(), StringComparison.Ordinal);
        Assert.Contains("15 January 2026 · Thursday", english.Text(), StringComparison.Ordinal);
        Assert.Equal(["频道阅读", "往期|退订"], chinese.Buttons());
        Assert.Equal(["Read on the channel", "Archive|Unsubscribe"], english.Buttons());

        await Talk.SaveAsync("2026-01-16", "次日要闻");
        await PushAsync(Chinese, "次日要闻");
        Assert.Single(Pushes(Chinese, "今日要闻"));
        Assert.Empty(Pushes(WorldSeed.Owner, "要闻"));
    }

    [Fact]
    public async Task The_way_out_leaves_the_push_where_it_is()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=issues");
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        var push = await PushAsync(Chinese, "今日要闻");
        await Talk.PressAsync(Chinese, push, "退订");
        Assert.Equal(push, Talk.Now(push));
        Assert.StartsWith("已经退订", Talk.Newest(Chinese).Text(), StringComparison.Ordinal);
        await Talk.SaveAsync("2026-01-16", "次日要闻");
        await RoundAsync("2026-01-16");
        Assert.Empty(Pushes(Chinese, "次日要闻"));
    }

    [Fact]
    public async Task A_push_waits_for_the_subscribers_hour_in_their_zone()
    {
        await Talk.AskAsync(Chinese, "/subscribe 20:00");
        await Talk.AskAsync(English, "/subscribe 09:00");
        await Talk.AskAsync(English, "/settings America/New_York");
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await RoundAsync("2026-01-15");
        Assert.Empty(Pushes(Chinese, "今日要闻"));
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(10));
        await PushAsync(Chinese, "今日要闻");
        Assert.Empty(Pushes(English, "今日要闻"));
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(2));
        await PushAsync(English, "今日要闻");
    }

    [Fact]
    public async Task A_word_that_is_watched_for_brings_one_message_an_issue_with_all_hits()
    {
        await Talk.AskAsync(Chinese, "/watch 第一条");
        await Talk.AskAsync(Chinese, "/watch 正文");
        await Talk.AskAsync(English, "/watch nothing of the sort");
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        var alert = await PushAsync(Chinese, "关键词提醒");
        Assert.Contains("今日要闻的第一条](https://t.me/ai_news_plus/", alert.Marked(), StringComparison.Ordinal);
        Assert.EndsWith(" · 第一条、正文", alert.Text(), StringComparison.Ordinal);
        Assert.Equal(["频道阅读", "管理提醒"], alert.Buttons());
        Assert.Empty(Talk.World.MessagesOf(English).Where(m => m.Text().StartsWith("What you watch", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_the_tags_that_are_followed_comes_what_has_them_and_of_other_issues_nothing()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=tags");
        await Talk.ListAsync(Issue("2026-01-01").Tagged("华为", "英伟达").With("a"));
        await Talk.AskAsync(Chinese, "/follow 华为");
        await Talk.SaveAsync("2026-01-15", "今日要闻", tags: "华为");
        var push = await PushAsync(Chinese, "你关注的标签");
        Assert.Contains("#华为", push.Text(), StringComparison.Ordinal);
        await Talk.SaveAsync("2026-01-16", "次日要闻", tags: "英伟达");
        await RoundAsync("2026-01-16");
        Assert.Empty(Pushes(Chinese, "次日要闻"));
        Assert.Single(Pushes(Chinese, "你关注的标签"));
    }

    [Fact]
    public async Task In_full_it_comes_as_on_the_channel_with_the_way_out_on_its_last_message()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=issues");
        await Talk.AskAsync(Chinese, "/settings form=whole");
        await Talk.SaveAsync("2026-01-15", "今日要闻", stories: 60);
        await RoundAsync("2026-01-15");
        var posts = Talk.World.MessagesOf(WorldSeed.Channel);
        Assert.True(posts.Length > 2);
        await Wait.UntilAsync(() => Whole().Length == posts.Length, Cancellation);
        Assert.Equal(posts.Skip(1).Select(p => p.Text()), Whole().Skip(1).Select(p => p.Text()));
        Assert.Equal([false, .. posts.Skip(1).Select(_ => true)], Whole().Select(p => p.IsSilent));
        Assert.Equal(["频道阅读", "往期|退订"], Whole()[^1].Buttons());

        Message[] Whole() => [.. Talk.World.MessagesOf(Chinese).Where(m => m.Author.IsBot).Skip(2)];
    }

    [Fact]
    public async Task The_best_of_a_week_comes_when_the_week_is_over()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=weekly");
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await RoundAsync("2026-01-15");
        Assert.Empty(Pushes(Chinese, "今日要闻"));

        // Thursday 10:00; Monday 08:00 is 3 days and 22 hours later
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromHours((3 * 24) + 22) + TimeSpan.FromMinutes(1));
        var week = await PushAsync(Chinese, "一周精选");
        Assert.Contains("今日要闻的第一条", week.Text(), StringComparison.Ordinal);
        Assert.Contains("往期|退订", week.Buttons());
    }

    [Fact]
    public async Task What_comes_late_says_so_and_comes_once()
    {
        await Talk.AskAsync(Chinese, "/subscribe 20:00");
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await RoundAsync("2026-01-15");
        await Talk.PauseBotAsync();
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromHours(48));
        await Talk.ResumeBotAsync();
        var push = await PushAsync(Chinese, "补发，原定 1月15日 20:00");
        Assert.Contains("今日要闻", push.Text(), StringComparison.Ordinal);
        await Wait.UntilAsync(async () => await Services<PushStore>().NextDueAsync(Cancellation) is null, Cancellation);
        Assert.Single(Pushes(Chinese, "补发"));
    }

    [Fact]
    public async Task A_group_gets_its_push_in_the_topic_where_its_administrator_asked()
    {
        await Talk.AskAsync(WorldSeed.Owner, "/subscribe@" + Bot + " what=issues", WorldSeed.Forum, topic: 2);
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        Assert.Equal(2, (await PushAsync(WorldSeed.Forum, "今日要闻")).ThreadId);
    }

    [Fact]
    public async Task Whoever_wants_silence_has_it()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=issues");
        await Talk.AskAsync(Chinese, "/settings sound=off");
        await Talk.AskAsync(English, "/subscribe what=issues");
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        Assert.True((await PushAsync(Chinese, "今日要闻")).IsSilent);
        Assert.False((await PushAsync(English, "今日要闻")).IsSilent);
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_is_parked_and_comes_back_by_unblocking()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=issues");
        Talk.Sandbox.Users.Block(Chinese);
        await Talk.SettleAsync();
        Assert.True((await Services<SubscriberStore>().FindAsync(Chinese, Cancellation))!.Parked);
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await RoundAsync("2026-01-15");
        Assert.DoesNotContain(Talk.Sandbox.Services.Journal.Of("sendMessage"), c => c.Status == 403);

        Talk.Sandbox.Users.Unblock(Chinese);
        await Talk.SettleAsync();
        await Talk.SaveAsync("2026-01-16", "次日要闻");
        await PushAsync(Chinese, "次日要闻");
        Assert.Empty(Pushes(Chinese, "今日要闻"));
    }

    [Theory]
    [InlineData(Chinese, "简报")]
    [InlineData(English, "in brief")]
    public async Task Whoever_blocked_the_bot_and_comes_back_with_start_hears_of_the_next_issue(long person, string form)
    {
        await Talk.AskAsync(person, "/subscribe what=issues");
        Place(MemberStatus.Kicked);
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await Wait.UntilAsync(async () => (await Services<SubscriberStore>().FindAsync(person, Cancellation))!.Parked, Cancellation);
        Place(MemberStatus.Member);

        await Talk.AskAsync(person, "/start");
        Assert.False((await Services<SubscriberStore>().FindAsync(person, Cancellation))!.Parked);
        Assert.Contains(form, (await Talk.AskAsync(person, "/subscribe")).Text(), StringComparison.Ordinal);
        await Talk.SaveAsync("2026-01-16", "次日要闻");
        await PushAsync(person, "次日要闻");
        Assert.Empty(Pushes(person, "今日要闻"));

        // without an update: it may have come while nobody listened
        void Place(MemberStatus status)
        {
            lock (Talk.World.Gate)
                Talk.World.FindChat(person)!.Members[WorldSeed.BotId] = new Membership(status);
        }
    }

    [Fact]
    public async Task A_refusal_that_says_blocked_parks_too()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=issues");
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Method = "sendMessage", Chat = Chinese, Times = 1, Code = 403, Description = "Forbidden: bot was blocked by the user" });
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await Wait.UntilAsync(async () => (await Services<SubscriberStore>().FindAsync(Chinese, Cancellation))!.Parked, Cancellation);
        Assert.Empty(Pushes(Chinese, "今日要闻"));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    public async Task A_push_whose_arrival_is_unknown_is_sent_once_more_and_no_more(int cuts, int messages)
    {
        await Talk.AskAsync(Chinese, "/subscribe what=issues");
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = true, Method = "sendMessage", Chat = Chinese, Times = cuts });
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await PushAsync(Chinese, "今日要闻");
        await Wait.UntilAsync(
            () =>
            {
                Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(1));
                return Pushes(Chinese, "今日要闻").Length == messages;
            },
            Cancellation);
        var pushes = Services<PushStore>();
        await Wait.UntilAsync(async () => (await pushes.ListSendingAsync(Cancellation)).Count == 0 && await pushes.NextDueAsync(Cancellation) is null, Cancellation);
        Assert.Equal(messages, Pushes(Chinese, "今日要闻").Length);
    }

    [Fact]
    public async Task A_push_that_a_killed_process_may_have_sent_twice_is_given_up_and_counted()
    {
        await Talk.AskAsync(Chinese, "/subscribe what=issues");
        await Talk.SaveAsync("2026-01-15", "今日要闻");
        await PushAsync(Chinese, "今日要闻");
        await Wait.UntilAsync(async () => (await Services<PushStore>().ListSendingAsync(Cancellation)).Count == 0, Cancellation);
        await Services<Database>().WriteAsync(c => c.RunAsync("update broadcast_pushes set state = 'sending', attempts = 2", null, Cancellation), Cancellation);
        await Talk.PauseBotAsync();
        await Talk.ResumeBotAsync();
        await Wait.UntilAsync(async () => (await Talk.MetricsAsync()).Contains("botdigest_pushes_total{kind=\"issue\",outcome=\"unknown\"} 1", StringComparison.Ordinal), Cancellation);
        Assert.Single(Pushes(Chinese, "今日要闻"));
    }

    private Message[] Pushes(long person, string title) =>
        [.. Talk.World.MessagesOf(person).Where(m => m.Author.IsBot && m.Text().StartsWith(title, StringComparison.Ordinal))];

    private async Task<Message> PushAsync(long person, string title)
    {
        await Wait.UntilAsync(() => Pushes(person, title).Length > 0, Cancellation);
        return Pushes(person, title)[0];
    }

    private Task RoundAsync(string date) =>
        Wait.UntilAsync(() => Services<PushStore>().IsPlannedAsync(BroadcastKind.Issue, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), Cancellation), Cancellation);
}
