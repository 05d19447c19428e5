using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Sandbox.World;

namespace BotDigest.Bot.Tests.Commands;

public sealed class SubscribeCommandTests : ConversationTests
{
    [Theory]
    [InlineData(Chinese, "想收到什么？|几点推送？|怎样推送？", "每期日报|08:00|简报", "**订阅好了。**\n\n内容  **每期日报**\n时间  **每天 08:00**\n时区  **北京**\n形式  **简报**\n提示音  **有**")]
    [InlineData(Chinese, "想收到什么？|几点推送？|怎样推送？", "每周精选|发布时|全文，夜里静音", "**订阅好了。**\n\n内容  **每周精选**\n时间  **每天 08:00**\n时区  **北京**\n形式  **全文**\n提示音  **夜里静音**")]
    [InlineData(English, "What shall come to you?|At what time?|In which form?", "every issue|20:00|in full", "**Subscribed.**\n\nContent  **every issue**\nTime  **every day 20:00**\nTime zone  **Beijing**\nForm  **in full**\nSound  **on**")]
    public async Task Three_taps_and_it_is_done(long person, string questions, string taps, string summary)
    {
        var card = await Talk.AskAsync(person, "/subscribe");
        foreach (var (question, tap) in questions.Split('|').Zip(taps.Split('|')))
        {
            Assert.StartsWith(question, Talk.Now(card).Text(), StringComparison.Ordinal);
            await Talk.PressAsync(person, Talk.Now(card), tap);
        }

        Assert.Equal(summary, Talk.Now(card).Marked());
        Assert.Equal(card.Id, Talk.Newest(person).Id);
    }

    [Theory]
    [InlineData(Chinese, "每期日报", ":30|07:30", "时间  **每天 07:30**")]
    [InlineData(English, "every issue", ":45|21:45", "Time  **every day 21:45**")]
    [InlineData(Chinese, "每期日报", "星期：每天|工作日|08:00", "时间  **工作日 08:00**")]
    [InlineData(English, "every issue", "Days: every day|weekend|08:00", "Time  **weekend 08:00**")]
    [InlineData(Chinese, "每期日报", "时区：北京|东京|08:00", "时区  **东京**")]
    [InlineData(English, "every issue", "Time zone: Beijing|New York|08:00", "Time zone  **New York**")]
    public async Task Minute_days_and_zone_are_each_within_three_taps_of_the_hour_that_is_offered(long person, string what, string taps, string line)
    {
        var card = await Talk.AskAsync(person, "/subscribe");
        await Talk.PressAsync(person, card, what);
        Assert.InRange(taps.Split('|').Length, 1, 3);
        foreach (var tap in taps.Split('|'))
            await Talk.PressAsync(person, Talk.Now(card), tap);
        await Talk.PressAsync(person, Talk.Now(card), person == Chinese ? "简报" : "in brief");
        Assert.Contains(line, Talk.Now(card).Marked(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":30|Days: every day|weekend|07:30")]
    [InlineData(":30|Days: every day|✓ Mon|Back|07:30")]
    [InlineData(":30|Time zone: Beijing|Tokyo|07:30")]
    [InlineData(":30|Time zone: Beijing|Back|Days: every day|Back|07:30")]
    public async Task The_minute_that_is_chosen_stays_while_days_and_zone_are_chosen(string taps)
    {
        var card = await Talk.AskAsync(English, "/subscribe");
        await Talk.PressAsync(English, card, "every issue");
        foreach (var tap in taps.Split('|'))
            await Talk.PressAsync(English, Talk.Now(card), tap == "Back" ? Talk.Now(card).Buttons()[^1] : tap);
        Assert.Equal(new TimeOnly(7, 30), (await Services<SubscriberStore>().FindAsync(English, Cancellation))!.PushAt);
    }

    [Theory]
    [InlineData("/subscribe", "days=-Saturday")]
    [InlineData("/settings", "days=-Saturday")]
    [InlineData("/settings", "days=+Monday")]
    [InlineData("/settings", "what=+weekly")]
    [InlineData("/settings", "what=-issues")]
    public async Task A_choice_that_comes_twice_is_the_same_as_once(string command, string choice)
    {
        await Talk.AskAsync(English, "/subscribe what=issues");
        await Talk.AskAsync(English, $"{command} days=weekend");
        await Talk.AskAsync(English, $"{command} {choice}");
        var once = await Services<SubscriberStore>().FindAsync(English, Cancellation);
        await Talk.AskAsync(English, $"{command} {choice}");
        Assert.Equal(once, await Services<SubscriberStore>().FindAsync(English, Cancellation));
    }

    [Fact]
    public async Task An_offset_with_minutes_is_kept_and_shown_as_it_was_written()
    {
        Assert.Contains("Time zone  **UTC+5:30**", (await Talk.AskAsync(English, "/subscribe 07:30 UTC+5:30")).Marked(), StringComparison.Ordinal);
        var kept = await Services<SubscriberStore>().FindAsync(English, Cancellation);
        Assert.Equal(TimeSpan.FromMinutes(330), kept!.ZoneOr(TimeZoneInfo.Utc).BaseUtcOffset);
    }

    [Fact]
    public async Task Single_days_stay_open_and_there_is_a_way_back_that_changes_nothing()
    {
        var card = await Talk.AskAsync(English, "/subscribe");
        await Talk.PressAsync(English, card, "every issue");
        await Talk.PressAsync(English, Talk.Now(card), "Days: every day");
        await Talk.PressAsync(English, Talk.Now(card), "✓ Sat");
        await Talk.PressAsync(English, Talk.Now(card), "✓ Sun");
        Assert.StartsWith("On which days?", Talk.Now(card).Text(), StringComparison.Ordinal);
        await Talk.PressAsync(English, Talk.Now(card), Talk.Now(card).Buttons()[^1]);
        Assert.Contains("Days: Monday to Friday", Talk.Now(card).Buttons());
        await Talk.PressAsync(English, Talk.Now(card), "Time zone: Beijing");
        Assert.Contains(Talk.Now(card).Buttons(), row => row.Contains("✓ Beijing", StringComparison.Ordinal));
        await Talk.PressAsync(English, Talk.Now(card), Talk.Now(card).Buttons()[^1]);
        Assert.Contains("Time zone: Beijing", Talk.Now(card).Buttons());
        Assert.Null((await Services<SubscriberStore>().FindAsync(English, Cancellation))!.Zone);
    }

    [Theory]
    [InlineData(Chinese, "/subscribe 7点半 工作日 东京", "时间  **工作日 07:30**\n时区  **东京**")]
    [InlineData(English, "/subscribe 7:35 pm weekend new york", "Time  **weekend 19:35**\nTime zone  **New York**")]
    public async Task Hour_days_and_place_can_be_written_in_one_line(long person, string command, string lines) =>
        Assert.Contains(lines, (await Talk.AskAsync(person, command)).Marked(), StringComparison.Ordinal);

    [Theory]
    [InlineData("/subscribe", "UTC +8")]
    [InlineData("/settings", "UTC +8")]
    [InlineData("/subscribe", "8 am")]
    [InlineData("/settings", "new york")]
    public async Task Values_without_end_are_refused_at_once_and_change_nothing(string command, string value)
    {
        var refusal = await Talk.AskAsync(English, $"{command} {string.Join(' ', Enumerable.Repeat(value, 40))} x");
        Assert.Contains(value, refusal.Text(), StringComparison.Ordinal);
        Assert.Null(await Services<SubscriberStore>().FindAsync(English, Cancellation));
    }

    [Fact]
    public async Task A_place_that_is_misspelt_is_asked_for_and_one_tap_subscribes_there()
    {
        var card = await Talk.AskAsync(English, "/subscribe Tokio");
        Assert.Equal("I know no place “Tokio”. Is it one of these?", card.Text());
        await Talk.PressAsync(English, card, "Tokyo");
        var kept = await Services<SubscriberStore>().FindAsync(English, Cancellation);
        Assert.Equal(("Asia/Tokyo", Wants.Issues), (kept!.Zone, kept.Wants));
    }

    [Fact]
    public async Task Asking_alone_writes_nobody_down_and_whoever_stops_after_the_first_tap_is_subscribed()
    {
        var card = await Talk.AskAsync(Chinese, "/subscribe");
        Assert.Null(await Services<SubscriberStore>().FindAsync(Chinese, Cancellation));
        await Talk.PressAsync(Chinese, card, "每期日报");
        Assert.Equal(new Subscriber(Chinese) { Wants = Wants.Issues, OwnLanguage = "zh-Hans" }, await Services<SubscriberStore>().FindAsync(Chinese, Cancellation));
    }

    [Fact]
    public async Task A_second_tap_takes_nothing_away()
    {
        var card = await Talk.AskAsync(Chinese, "/subscribe");
        await Talk.PressAsync(Chinese, card, "每周精选");
        await Talk.AskAsync(Chinese, "/subscribe what=weekly");
        Assert.Equal(Wants.Weekly, (await Services<SubscriberStore>().FindAsync(Chinese, Cancellation))!.Wants);
    }

    [Fact]
    public async Task Whoever_wants_tags_alone_is_led_to_them()
    {
        var card = await Talk.AskAsync(Chinese, "/subscribe what=tags");
        Assert.Contains("打开后按“关注”", card.Text(), StringComparison.Ordinal);
        Assert.Equal(["标签", "设置|退订"], card.Buttons());
    }

    [Theory]
    [InlineData(Chinese, "/subscribe 7点半", "**订阅好了。**", "时间  **每天 07:30**")]
    [InlineData(English, "/subscribe 7:30", "**Subscribed.**", "Time  **every day 07:30**")]
    public async Task With_an_hour_every_issue_comes_at_that_hour(long person, string command, string title, string line)
    {
        var card = await Talk.AskAsync(person, command);
        Assert.StartsWith(title, card.Marked(), StringComparison.Ordinal);
        Assert.Contains(line, card.Marked(), StringComparison.Ordinal);
        Assert.Equal(Wants.Issues, (await Services<SubscriberStore>().FindAsync(person, Cancellation))!.Wants);
    }

    [Theory]
    [InlineData(Chinese, "25:00")]
    [InlineData(English, "tomorrow")]
    public async Task What_it_does_not_understand_it_says_and_changes_nothing(long person, string argument)
    {
        var answer = await Talk.AskAsync(person, "/subscribe " + argument);
        Assert.Contains($"“{argument}”", answer.Text(), StringComparison.Ordinal);
        Assert.NotNull(answer.Keyboard);
        Assert.Null(await Services<SubscriberStore>().FindAsync(person, Cancellation));

        await Talk.AskAsync(person, "/subscribe 07:30");
        answer = await Talk.AskAsync(person, "/subscribe " + argument);
        Assert.Contains($"“{argument}”", answer.Text(), StringComparison.Ordinal);
        Assert.Contains(answer.Keyboard!.Buttons, b => b.Text == "20:00");
    }

    [Fact]
    public async Task Whoever_has_subscribed_sees_what_and_can_go_on_from_there()
    {
        await Talk.AskAsync(Chinese, "/subscribe 08:00");
        var card = await Talk.AskAsync(Chinese, "/subscribe");
        Assert.StartsWith("**你已经订阅了。**\n\n内容  **每期日报**", card.Marked(), StringComparison.Ordinal);
        Assert.Equal(["设置|退订"], card.Buttons());
        await Talk.PressAsync(Chinese, card, "退订");
        Assert.StartsWith("已经退订", Talk.Now(card).Text(), StringComparison.Ordinal);
        await Talk.PressAsync(Chinese, Talk.Now(card), "订阅");
        Assert.StartsWith("想收到什么？", Talk.Now(card).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_its_administrators_decide_and_pushes_go_to_the_topic_asked_from()
    {
        var refused = await Talk.AskAsync(Chinese, "/subscribe@" + Bot, WorldSeed.Forum);
        Assert.Equal("在群里，只有管理员可以改这个。", refused.Text());
        Assert.Null(await Services<SubscriberStore>().FindAsync(WorldSeed.Forum, Cancellation));

        var card = await Talk.AskAsync(WorldSeed.Owner, "/subscribe@" + Bot, WorldSeed.Forum, topic: 2);
        Assert.Equal(2, card.ThreadId);
        await Talk.PressAsync(WorldSeed.Owner, card, "每期日报");
        Assert.Equal("在群里，只有管理员可以改这个。", (await Talk.PressAsync(Chinese, Talk.Now(card), "08:00")).Text);
        await Talk.PressAsync(WorldSeed.Owner, Talk.Now(card), "08:00");
        var kept = await Services<SubscriberStore>().FindAsync(WorldSeed.Forum, Cancellation);
        Assert.Equal((Wants.Issues, new TimeOnly(8, 0), 2), (kept!.Wants, kept.PushAt!.Value, kept.Topic!.Value));
        Assert.Null(await Services<SubscriberStore>().FindAsync(WorldSeed.Owner, Cancellation));
    }
}
