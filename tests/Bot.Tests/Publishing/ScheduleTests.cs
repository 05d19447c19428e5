using System.Globalization;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.DependencyInjection;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>When issues go out, on a clock that is put forward.</summary>
public sealed class ScheduleTests
{
    // and the days round a change of the clocks besides; 1 for all
    private const int UsualStride = 15;

    private static readonly string Channel = WorldSeed.Channel.ToString(CultureInfo.InvariantCulture);

    private static readonly DateTimeOffset Start = new(2026, 1, 14, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly Day = new(2026, 1, 15);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Asia/Shanghai", "08:00")]
    [InlineData("Europe/Berlin", "02:30")] // skipped in March, doubled in October
    [InlineData("America/New_York", "01:15")] // doubled in November
    public async Task Over_a_year_every_issue_is_on_the_channel_once_at_its_minute(string zone, string at)
    {
        var (rules, minute) = (TimeZoneInfo.FindSystemTimeZoneById(zone), TimeOnly.ParseExact(at, "HH:mm", CultureInfo.InvariantCulture));
        var every = int.Parse(Environment.GetEnvironmentVariable("BOTDIGEST_TEST_EVERY_DAY") ?? UsualStride.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var days = Enumerable.Range(0, 365).Where(i => i % every == 0 || Changes(Day.AddDays(i - 1), rules) || Changes(Day.AddDays(i), rules)).Select(i => Day.AddDays(i)).ToList();
        await using var bot = await BotDriver.CreateAtAsync(Start, $"--Publishing:TimeZone={zone}", $"--Publishing:At={at}", "--Telegram:EditorsChat=");
        await bot.StartBotAsync();
        var (files, clock) = (bot.Services.GetRequiredService<FileStore>(), bot.Sandbox.Services.Clock);
        for (var i = 0; i < days.Count; i++)
        {
            var (issue, due) = (Brief(days[i]), FirstMinute(days[i], minute, rules));
            bot.Drop(issue);
            await bot.UntilAsync(() => files.FindAsync(issue.FileName, Cancellation).GetAwaiter().GetResult() is not null, "the file is taken in");
            clock.Advance(due - TimeSpan.FromMinutes(1) - clock.GetUtcNow());
            Assert.Equal(i, bot.Channel.Length);
            clock.Advance(TimeSpan.FromMinutes(1));
            // the clock must not jump while an answer is on its way: that would be a time-out
            await bot.PublishedAsync(days[i]);
            Assert.InRange(bot.Channel[i].Date, due, due + TimeSpan.FromSeconds(59));
            Assert.StartsWith(issue.Title, bot.Channel[i].Body.Words.Text, StringComparison.Ordinal);
        }

        clock.Advance(TimeSpan.FromDays(3));
        bot.Drop(Brief(days[^1].AddDays(3)));
        await bot.PublishedAsync(days[^1].AddDays(3));
        Assert.Equal(days.Count + 1, bot.Channel.Length);
        Assert.All(bot.Channel, post => Assert.Equal(0, post.Edits));
    }

    [Fact]
    public async Task After_three_days_down_what_was_due_goes_out_in_the_order_of_dates_and_at_the_channels_pace()
    {
        await using var bot = await BotDriver.CreateAtAsync(Start, "--Publishing:At=08:00", "--Limits:ChannelPerMinute=4");
        await bot.StartBotAsync();
        foreach (var day in (int[])[17, 15, 16])
            bot.Drop(IssueText.Long(2026, 1, day, sections: 2));
        await bot.UntilAsync(() => Find(bot, 15) is { State: PublicationState.Scheduled }, "the issues are scheduled");
        await bot.UntilAsync(() => Find(bot, 16) is not null && Find(bot, 17) is not null, "the issues are scheduled");
        await bot.StopBotAsync();
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromDays(3));
        await bot.StartBotAsync();

        while (Find(bot, 17) is not { State: PublicationState.Published })
        {
            var calls = Calls(bot);
            await bot.UntilAsync(() => Calls(bot) >= Math.Min(calls + 1, 12) || bot.Sandbox.Services.Journal.InFlight.All(c => c.Method == "getUpdates"), "a call or a pause");
            bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.All(bot.Channel.Zip(bot.Channel.Skip(4)), pair => Assert.True(pair.Second.Date - pair.First.Date >= TimeSpan.FromSeconds(59), "five messages within a minute"));
        Assert.Equal(["15", "15", "15", "16", "16", "16", "17", "17", "17"], bot.Texts.Select(t => System.Text.RegularExpressions.Regex.Match(t, "(15|16|17) ?日").Groups[1].Value));
    }

    [Fact]
    public async Task A_file_that_comes_too_late_is_only_indexed_and_the_editors_are_told()
    {
        await using var bot = await BotDriver.CreateAtAsync(Start, "--Publishing:At=08:00");
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromDays(5));
        bot.Drop(Brief(Day));
        await bot.UntilAsync(() => !bot.EditorsChat.IsEmpty, "the editors are told");
        Assert.Equal(PublicationState.Indexed, Find(bot, 15)!.State);
        bot.Drop(Brief(new DateOnly(2026, 1, 18)));
        await bot.PublishedAsync(new DateOnly(2026, 1, 18));
        Assert.Single(bot.Channel);
    }

    [Fact]
    public async Task An_hour_of_its_own_beats_the_setting_and_a_draft_waits_until_it_is_none()
    {
        await using var bot = await BotDriver.CreateAtAsync(Start, "--Publishing:At=08:00");
        await bot.StartBotAsync();
        bot.Drop(Brief(Day).WithFront("publishAt: 2026-01-15T20:30"));
        bot.Drop(Brief(new DateOnly(2026, 1, 16)).WithFront("draft: true"));
        await bot.UntilAsync(() => Find(bot, 15)?.DueAt == new DateTimeOffset(2026, 1, 15, 12, 30, 0, TimeSpan.Zero) && Find(bot, 16)?.State == PublicationState.Draft, "both are known");
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromDays(2.5));
        await bot.PublishedAsync(Day);
        Assert.Single(bot.Channel);
        bot.Drop(Brief(new DateOnly(2026, 1, 16)));
        await bot.PublishedAsync(new DateOnly(2026, 1, 16));
    }

    [Fact]
    public async Task In_the_undo_window_an_edit_replaces_without_a_trace_and_a_retraction_leaves_none()
    {
        await using var bot = await BotDriver.CreateAtAsync(Start, "--Publishing:HoldFor=00:10:00");
        await bot.StartBotAsync();
        bot.Drop(Brief(Day) with { Title = "写错的标题" });
        bot.Drop(Brief(new DateOnly(2026, 1, 16)));
        bot.Drop(Brief(new DateOnly(2026, 1, 17)));
        await bot.UntilAsync(() => Find(bot, 15) is not null && Find(bot, 16) is not null && Find(bot, 17) is not null, "all wait");
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(9));
        bot.Drop(Brief(Day) with { Title = "改好的标题" });
        bot.Drop(Brief(new DateOnly(2026, 1, 16)).WithFront("retracted: true"));
        File.Delete(Path.Combine(bot.Posts, "2026-01-17.md"));
        await bot.UntilAsync(() => Find(bot, 16)?.State == PublicationState.Retracted && Find(bot, 17) is null && bot.Log.Lines.Count(l => l.Event == 6011 && l.Text.StartsWith("2026-01-15.md", StringComparison.Ordinal)) == 2, "all three have changed");
        Assert.Empty(bot.Channel);
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.PublishedAsync(Day);
        var post = Assert.Single(bot.Channel);
        Assert.StartsWith("改好的标题", post.Body.Words.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0), (post.Id, post.Edits));
    }

    [Theory]
    [InlineData("None", "")]
    [InlineData("Latest", "13")]
    [InlineData("All", "12 13")]
    public async Task What_was_due_before_the_first_start_follows_CatchUp_and_what_is_due_later_is_always_published(string catchUp, string published)
    {
        await using var bot = await BotDriver.CreateAtAsync(Start, "--Publishing:At=08:00", $"--Publishing:CatchUp={catchUp}");
        foreach (var day in (int[])[12, 13, 15])
            bot.Drop(Brief(new DateOnly(2026, 1, day)));
        await bot.StartBotAsync();
        await bot.UntilAsync(() => Find(bot, 15) is { State: PublicationState.Scheduled }, "tomorrow's is scheduled");
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromDays(1));
        await bot.PublishedAsync(Day);
        Assert.Equal([.. published.Split(' ', StringSplitOptions.RemoveEmptyEntries), "15"], bot.Texts.Select(t => t.Split(' ')[1][..2]));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_holds_nothing_up()
    {
        await using var bot = await BotDriver.CreateAtAsync(Start);
        var clock = new SkewedClock(bot.Sandbox.Services.Clock) { Ahead = TimeSpan.FromDays(30) };
        bot.Configure = services => services.AddSingleton<TimeProvider>(clock);
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.BadGateway, Method = "editMessageText", Chat = WorldSeed.Channel, Times = 6 });
        bot.Drop(IssueText.Long(2026, 1, 15, sections: 2));
        await bot.UntilAsync(() => Calls(bot) > 3, "the head is being edited");
        bot.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(40));
        await bot.UntilAsync(() => Find(bot, 15)?.NextAttemptAt is not null, "it is tried again later");
        bot.Sandbox.Services.Faults.Clear();
        clock.Ahead = TimeSpan.Zero;
        await bot.PublishedAsync(Day);
        Assert.Equal(3, bot.Channel.Length);
    }

    [Fact]
    public async Task A_clock_that_is_fast_does_not_double_a_message_whose_answer_was_lost()
    {
        await using var bot = await BotDriver.CreateAtAsync(Start);
        bot.Configure = services => services.AddSingleton<TimeProvider>(new SkewedClock(bot.Sandbox.Services.Clock) { Ahead = TimeSpan.FromHours(8) });
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        bot.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = true, Method = "sendMessage", Chat = WorldSeed.Channel, Times = 1, Skip = 1 });
        bot.Drop(IssueText.Long(2026, 1, 15, sections: 2));
        await bot.PublishedAsync(Day);
        Assert.Equal(3, bot.Channel.Length);
    }

    [Fact]
    public async Task A_first_start_with_a_clock_from_the_future_does_not_silence_the_channel()
    {
        await using var bot = await BotDriver.CreateAtAsync(Start, "--Publishing:At=08:00");
        bot.Configure = services => services.AddSingleton<TimeProvider>(new SkewedClock(bot.Sandbox.Services.Clock) { Ahead = TimeSpan.FromDays(3_000) });
        await bot.StartBotAsync();
        await bot.ReadyAsync();
        await bot.StopBotAsync();
        bot.Configure = _ => { };
        await bot.StartBotAsync();
        bot.Drop(Brief(Day));
        await bot.UntilAsync(() => Find(bot, 15) is { State: PublicationState.Scheduled }, "the issue is scheduled");
    }

    [Fact]
    public async Task An_old_file_with_a_new_name_and_a_new_text_is_still_old()
    {
        await using var bot = await BotDriver.CreateAtAsync(Start);
        bot.Drop(Brief(new DateOnly(2026, 1, 10)));
        await bot.StartBotAsync();
        await bot.UntilAsync(() => Find(bot, 10) is { State: PublicationState.Indexed }, "the old issue is indexed");
        File.Delete(Path.Combine(bot.Posts, "2026-01-10.md"));
        bot.Drop("renamed.md", (Brief(new DateOnly(2026, 1, 10)) with { Title = "改过" }).ToString());
        await bot.UntilAsync(() => Find(bot, 10)?.File == "renamed.md", "it has its new name");
        Assert.Equal(PublicationState.Indexed, Find(bot, 10)!.State);
    }

    private static bool Changes(DateOnly date, TimeZoneInfo zone) => zone.GetUtcOffset(date.ToDateTime(TimeOnly.MinValue)) != zone.GetUtcOffset(date.AddDays(1).ToDateTime(TimeOnly.MinValue));

    /// <summary>The first minute of a day that is not before an hour on the wall.</summary>
    private static DateTimeOffset FirstMinute(DateOnly date, TimeOnly at, TimeZoneInfo zone)
    {
        for (var moment = new DateTimeOffset(date.AddDays(-1), new TimeOnly(8, 0), TimeSpan.Zero); ; moment = moment.AddMinutes(1))
        {
            var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
            if (DateOnly.FromDateTime(local) == date && TimeOnly.FromDateTime(local) >= at)
                return moment;
        }
    }

    private static IssueText Brief(DateOnly date) => IssueText.Of(date.Year, date.Month, date.Day) with { Title = string.Create(CultureInfo.InvariantCulture, $"短讯 {date:dd} 日") };

    private static int Calls(BotDriver bot) => bot.Sandbox.Services.Journal.Calls.Count(c => c["chat_id"] == Channel && c.Method is "sendMessage" or "editMessageText" && c.IsFinished);

    private static Publication? Find(BotDriver bot, int day) =>
        bot.Services.GetRequiredService<PublicationStore>().FindAsync($"@{WorldSeed.ChannelName}", new DateOnly(2026, 1, day), Cancellation).GetAwaiter().GetResult();

    /// <summary>A clock whose hands stand wrong.</summary>
    private sealed class SkewedClock(TimeProvider right) : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override long TimestampFrequency => right.TimestampFrequency;

        public override TimeZoneInfo LocalTimeZone => right.LocalTimeZone;

        public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + Ahead;

        public override long GetTimestamp() => right.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => right.CreateTimer(callback, state, dueTime, period);
    }
}
