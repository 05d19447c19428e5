using BotDigest.Bot.Issues;

namespace BotDigest.Bot.Subscribers;

/// <summary>When a subscriber's push of an issue is due.</summary>
internal static class PushClock
{
    /// <summary>An issue published at most this long after a subscriber's hour is pushed at once and not kept for the next day.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    /// <summary>The moment at which a push is due.</summary>
    /// <param name="published">When the issue was published.</param>
    /// <param name="at">The subscriber's hour, or null for at once.</param>
    /// <param name="zone">The zone of that hour.</param>
    internal static DateTimeOffset Due(DateTimeOffset published, TimeOnly? at, TimeZoneInfo zone)
    {
        if (at is not { } hour)
            return published;
        for (var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(published - Grace, zone).DateTime); ; day = day.AddDays(1))
        {
            var due = IssueSchedule.Moment(day.ToDateTime(hour), zone);
            if (due >= published)
                return due;
            if (due >= published - Grace)
                return published;
        }
    }
}
