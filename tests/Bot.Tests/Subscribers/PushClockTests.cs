using System.Globalization;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Tests.Subscribers;

public sealed class PushClockTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    // At once where no hour is chosen.
    [InlineData("2026-01-15T00:00:00Z", null, "Asia/Shanghai", "2026-01-15T00:00:00Z")]
    // Published at 08:00 in Shanghai: at 08:30 there.
    [InlineData("2026-01-15T00:00:03Z", "08:30", "Asia/Shanghai", "2026-01-15T00:30:00Z")]
    // The hour is just over: now, and not a day later.
    [InlineData("2026-01-15T00:00:03Z", "08:00", "Asia/Shanghai", "2026-01-15T00:00:03Z")]
    [InlineData("2026-01-15T00:00:00Z", "06:00", "Asia/Shanghai", "2026-01-15T00:00:00Z")]
    // It is long over: at that hour of the next day.
    [InlineData("2026-01-15T00:00:00Z", "05:59", "Asia/Shanghai", "2026-01-15T21:59:00Z")]
    // Evening in New York: the next morning there.
    [InlineData("2026-01-15T00:00:00Z", "07:30", "America/New_York", "2026-01-15T12:30:00Z")]
    // Just before midnight for an hour just after it, and the other way round.
    [InlineData("2026-01-15T15:59:00Z", "00:10", "Asia/Shanghai", "2026-01-15T16:10:00Z")]
    [InlineData("2026-01-15T16:10:00Z", "23:50", "Asia/Shanghai", "2026-01-15T16:10:00Z")]
    // Spring forward: 02:30 does not exist, 03:00 is the next minute that does.
    [InlineData("2026-03-28T23:00:00Z", "02:30", "Europe/Berlin", "2026-03-29T01:00:00Z")]
    // Autumn: 02:30 comes twice, the first counts.
    [InlineData("2026-10-24T22:00:00Z", "02:30", "Europe/Berlin", "2026-10-25T00:30:00Z")]
    public void A_push_is_due_at_the_subscribers_hour(string published, string? at, string zone, string due) =>
        Assert.Equal(Moment(due), PushClock.Due(Moment(published), new Subscriber(1) { PushAt = Hour(at), Zone = zone }, Shanghai));

    [Theory]
    // 2026-01-17 is a Saturday in Shanghai.
    [InlineData("2026-01-17T00:00:00Z", "08:30", nameof(Weekdays.Workdays), "2026-01-19T00:30:00Z")]
    [InlineData("2026-01-17T00:00:00Z", "08:30", nameof(Weekdays.Saturday), "2026-01-17T00:30:00Z")]
    [InlineData("2026-01-17T00:00:00Z", "08:30", nameof(Weekdays.Friday), "2026-01-23T00:30:00Z")]
    // Without an hour: at once, or in the morning of the next day that is wanted.
    [InlineData("2026-01-17T00:00:00Z", null, nameof(Weekdays.All), "2026-01-17T00:00:00Z")]
    [InlineData("2026-01-17T00:00:00Z", null, nameof(Weekdays.Workdays), "2026-01-19T00:00:00Z")]
    // What was published late on a wanted day for an hour that is long over waits for the next wanted day.
    [InlineData("2026-01-16T10:00:00Z", "08:30", nameof(Weekdays.Friday), "2026-01-23T00:30:00Z")]
    // No day at all means every day: nothing is kept for ever.
    [InlineData("2026-01-17T00:00:00Z", "08:30", nameof(Weekdays.None), "2026-01-17T00:30:00Z")]
    public void And_on_the_days_that_are_wanted(string published, string? at, string days, string due) =>
        Assert.Equal(Moment(due), PushClock.Due(Moment(published), new Subscriber(1) { PushAt = Hour(at), Days = Enum.Parse<Weekdays>(days) }, Shanghai));

    [Theory]
    [InlineData("2026-01-18T16:00:00Z", null, "2026-01-19T00:00:00Z")]
    [InlineData("2026-01-18T16:00:00Z", "20:00", "2026-01-19T12:00:00Z")]
    public void The_best_of_a_week_does_not_come_at_midnight(string over, string? at, string due) =>
        Assert.Equal(Moment(due), PushClock.Due(BroadcastKind.Weekly, Moment(over), new Subscriber(1) { PushAt = Hour(at) }, Shanghai));

    [Theory]
    [InlineData(nameof(SoundMode.On), "2026-01-15T15:00:00Z", false)]
    [InlineData(nameof(SoundMode.Off), "2026-01-15T04:00:00Z", true)]
    // 21:59, 22:00, 06:59 and 07:00 in Shanghai.
    [InlineData(nameof(SoundMode.Day), "2026-01-15T13:59:00Z", false)]
    [InlineData(nameof(SoundMode.Day), "2026-01-15T14:00:00Z", true)]
    [InlineData(nameof(SoundMode.Day), "2026-01-15T22:59:00Z", true)]
    [InlineData(nameof(SoundMode.Day), "2026-01-15T23:00:00Z", false)]
    public void Night_is_by_the_subscribers_clock(string sound, string now, bool silent) =>
        Assert.Equal(silent, new Subscriber(1) { Sound = Enum.Parse<SoundMode>(sound) }.IsSilentAt(Moment(now), Shanghai));

    private static TimeOnly? Hour(string? at) => at is null ? null : TimeOnly.Parse(at, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
