using BotDigest.Bot.Issues;

namespace BotDigest.Bot.Subscribers;

/// <summary>When a subscriber's push is due.</summary>
internal static class PushClock
{
    /// <summary>What is published at most this long after a subscriber's hour is pushed at once and not kept for the next day.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    /// <summary>The hour of those who want things at once, where that would be midnight: the best of a week, and what has waited for another day.</summary>
    internal static readonly TimeOnly Morning = new(8, 0);

    // a fortnight has every weekday, also where daylight saving skips an hour of one
    private const int MostDays = 14;

    /// <summary>The moment at which a push of a broadcast is due.</summary>
    /// <param name="kind">What is broadcast.</param>
    /// <param name="published">Since when it can be pushed.</param>
    /// <param name="subscriber">The subscriber's hour and days.</param>
    /// <param name="channelZone">The zone of those who have chosen none.</param>
    internal static DateTimeOffset Due(BroadcastKind kind, DateTimeOffset published, Subscriber subscriber, TimeZoneInfo channelZone) =>
        Due(published, kind == BroadcastKind.Weekly ? subscriber with { PushAt = subscriber.PushAt ?? Morning } : subscriber, channelZone);

    /// <summary>The moment at which a push is due.</summary>
    /// <param name="published">Since when it can be pushed.</param>
    /// <param name="subscriber">The subscriber's hour and days; on days that are not wanted nothing is due, no day at all means every day.</param>
    /// <param name="channelZone">The zone of those who have chosen none.</param>
    internal static DateTimeOffset Due(DateTimeOffset published, Subscriber subscriber, TimeZoneInfo channelZone)
    {
        var zone = subscriber.ZoneOr(channelZone);
        var days = subscriber.Days == Weekdays.None ? Weekdays.All : subscriber.Days;
        if (subscriber.PushAt is not { } hour)
            return AtOnce(published, days, zone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(published - Grace, zone).DateTime);
        for (var last = day.AddDays(MostDays); day < last; day = day.AddDays(1))
        {
            if (!days.Holds(day.DayOfWeek))
                continue;
            var due = IssueSchedule.Moment(day.ToDateTime(hour), zone);
            if (due >= published)
                return due;
            if (due >= published - Grace)
                return published;
        }

        throw new InvalidOperationException("No day of a fortnight is wanted.");
    }

    /// <summary>Now, or when the next wanted day begins.</summary>
    private static DateTimeOffset AtOnce(DateTimeOffset published, Weekdays days, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(published, zone).DateTime);
        if (days.Holds(today.DayOfWeek))
            return published;
        var day = today.AddDays(1);
        while (!days.Holds(day.DayOfWeek))
            day = day.AddDays(1);
        return IssueSchedule.Moment(day.ToDateTime(Morning), zone);
    }
}
