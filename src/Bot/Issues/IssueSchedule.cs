using BotDigest.Bot.Publishing;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Issues;

/// <summary>Whether an issue is to be published.</summary>
internal enum ScheduleVerdict
{
    /// <summary>At its due time, or at once where that has passed.</summary>
    Publish,

    /// <summary>It was due before the bot's first start: only indexed.</summary>
    BeforeFirstStart,

    /// <summary>Its file came too late: only indexed, and the editors are told.</summary>
    Late,
}

/// <summary>When an issue is due.</summary>
/// <param name="DueAt">The moment.</param>
/// <param name="Verdict">Whether it is to be published then.</param>
internal readonly record struct IssueTiming(DateTimeOffset DueAt, ScheduleVerdict Verdict);

/// <summary>When a file was seen for the first time.</summary>
/// <param name="At">The moment; before <paramref name="FirstStart"/> for a file that was there already.</param>
/// <param name="FirstStart">When the bot was first started for this channel.</param>
internal readonly record struct FirstSight(DateTimeOffset At, DateTimeOffset FirstStart);

/// <summary>Decides when issues are due: their own time, the settings, the first start. Pure.</summary>
internal static class IssueSchedule
{
    /// <summary>Decides about one issue.</summary>
    internal static IssueTiming Decide(Issue issue, FirstSight sight, PublishingOptions options)
    {
        var zone = options.Zone;
        if (DueTime(issue, options, zone) is not { } due)
            return AtOnce(issue, sight, options, zone);
        if (due < sight.FirstStart)
            return new IssueTiming(due, options.CatchUp == CatchUp.All ? ScheduleVerdict.Publish : ScheduleVerdict.BeforeFirstStart);
        var isLate = options.DueMinute is not null && options.CatchUp != CatchUp.All && sight.At - due > options.LateFor;
        return new IssueTiming(due, isLate ? ScheduleVerdict.Late : ScheduleVerdict.Publish);
    }

    /// <summary>The moment of a local minute: the next valid one where daylight saving skips it, the first where it comes twice.</summary>
    internal static DateTimeOffset Moment(DateTime local, TimeZoneInfo zone)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static DateTimeOffset? DueTime(Issue issue, PublishingOptions options, TimeZoneInfo zone) => issue.PublishAt switch
    {
        { Offset: { } offset } at => new DateTimeOffset(DateTime.SpecifyKind(at.Local, DateTimeKind.Unspecified), offset).ToUniversalTime(),
        { } at => Moment(at.Local, zone),
        null when options.DueMinute is { } minute => Moment(issue.Date.ToDateTime(minute), zone),
        null => null,
    };

    /// <summary>Without an hour a file is due when it comes. What lies in the folder at the first start, and is not of a day to come, counts as due before it.</summary>
    private static IssueTiming AtOnce(Issue issue, FirstSight sight, PublishingOptions options, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(sight.FirstStart, zone).DateTime);
        var isOld = sight.At < sight.FirstStart && issue.Date <= today && options.CatchUp != CatchUp.All;
        return new IssueTiming(sight.At, isOld ? ScheduleVerdict.BeforeFirstStart : ScheduleVerdict.Publish);
    }
}
