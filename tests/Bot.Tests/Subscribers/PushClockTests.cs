using System.Globalization;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Tests.Subscribers;

public sealed class PushClockTests
{
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
    public void A_push_is_due_at_the_subscribers_hour(string published, string? at, string zone, string due)
    {
        var hour = at is null ? (TimeOnly?)null : TimeOnly.Parse(at, CultureInfo.InvariantCulture);
        Assert.Equal(Moment(due), PushClock.Due(Moment(published), hour, TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
