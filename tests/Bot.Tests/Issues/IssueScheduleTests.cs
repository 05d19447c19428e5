using BotDigest.Bot.Issues;
using BotDigest.Bot.Publishing;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Tests.Issues;

public sealed class IssueScheduleTests
{
    private static readonly DateTimeOffset FirstStart = Utc("2026-01-10T12:00");

    [Theory]
    [InlineData("Asia/Shanghai", "2026-01-15T08:00", "2026-01-15T00:00")]
    [InlineData("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:00")] // skipped: the next valid minute is 03:00 summer time
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30")] // doubled: the first, in summer time
    [InlineData("America/New_York", "2026-03-08T02:15", "2026-03-08T07:00")]
    [InlineData("America/New_York", "2026-11-01T01:15", "2026-11-01T05:15")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-03T15:30")] // half an hour of daylight saving
    public void A_local_minute_is_one_moment(string zone, string local, string utc) =>
        Assert.Equal(Utc(utc), IssueSchedule.Moment(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    // date, publishAt, At, seen, CatchUp → due, verdict
    [InlineData("2026-01-15", null, "08:00", "2026-01-14T12:00", "None", "2026-01-15T00:00", "Publish")]
    [InlineData("2026-01-15", null, "08:00", "2026-01-16T12:00", "None", "2026-01-15T00:00", "Publish")]
    [InlineData("2026-01-15", null, "08:00", "2026-01-17T00:01", "None", "2026-01-15T00:00", "Late")]
    [InlineData("2026-01-15", null, "08:00", "2026-01-17T00:01", "Latest", "2026-01-15T00:00", "Late")]
    [InlineData("2026-01-15", null, "08:00", "2026-02-17T00:00", "All", "2026-01-15T00:00", "Publish")]
    [InlineData("2026-01-10", null, "08:00", "2026-01-10T12:00", "None", "2026-01-10T00:00", "BeforeFirstStart")]
    [InlineData("2026-01-10", null, "08:00", "2026-01-20T12:00", "Latest", "2026-01-10T00:00", "BeforeFirstStart")]
    [InlineData("2026-01-10", null, "08:00", "2026-01-20T12:00", "All", "2026-01-10T00:00", "Publish")]
    [InlineData("2026-01-10", null, "23:00", "2026-01-10T12:00", "None", "2026-01-10T15:00", "Publish")]
    // an hour of its own beats the setting
    [InlineData("2026-01-15", "2026-01-15T20:30", "08:00", "2026-01-14T12:00", "None", "2026-01-15T12:30", "Publish")]
    [InlineData("2026-01-15", "2026-01-15T20:30+01:00", "08:00", "2026-01-14T12:00", "None", "2026-01-15T19:30", "Publish")]
    [InlineData("2026-01-15", "2026-01-15T20:30", "", "2026-01-14T12:00", "None", "2026-01-15T12:30", "Publish")]
    [InlineData("2026-01-15", "2026-01-10T08:00", "", "2026-01-14T12:00", "None", "2026-01-10T00:00", "BeforeFirstStart")]
    // at once, whatever the date
    [InlineData("2020-01-15", null, "", "2026-01-14T12:00", "None", "2026-01-14T12:00", "Publish")]
    [InlineData("2030-01-15", null, "", "2026-01-14T12:00", "None", "2026-01-14T12:00", "Publish")]
    // … but what was there before the first start
    [InlineData("2026-01-10", null, "", "2026-01-10T11:59", "None", "2026-01-10T11:59", "BeforeFirstStart")]
    [InlineData("2026-01-10", null, "", "2026-01-10T11:59", "All", "2026-01-10T11:59", "Publish")]
    [InlineData("2026-01-11", null, "", "2026-01-10T11:59", "None", "2026-01-10T11:59", "Publish")]
    public void An_issue_is_due_and_published_or_not(string date, string? publishAt, string at, string seen, string catchUp, string due, string verdict)
    {
        var issue = new Issue { Title = "t", Date = DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), PublishAt = Read(publishAt), Fingerprint = "f" };
        var options = new PublishingOptions { At = at, CatchUp = Enum.Parse<CatchUp>(catchUp) };
        Assert.Equal(new IssueTiming(Utc(due), Enum.Parse<ScheduleVerdict>(verdict)), IssueSchedule.Decide(issue, new FirstSight(Utc(seen), FirstStart), options));
    }

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    public void Over_a_year_every_day_s_issue_is_due_once_at_its_minute(string zone)
    {
        var options = new PublishingOptions { At = "02:30", TimeZone = zone };
        var dues = Enumerable.Range(0, 365).Select(day => IssueSchedule.Decide(
            new Issue { Title = "t", Date = new DateOnly(2026, 2, 1).AddDays(day), Fingerprint = "f" }, new FirstSight(FirstStart, FirstStart), options).DueAt).ToList();
        Assert.All(dues.Zip(dues.Skip(1)), pair => Assert.InRange((pair.Second - pair.First).TotalHours, 23, 25));
        Assert.All(dues, due => Assert.InRange(TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById(zone)).TimeOfDay, new TimeSpan(2, 30, 0), new TimeSpan(3, 0, 0)));
    }

    private static PublishAt? Read(string? text)
    {
        if (text is null)
            return null;
        var local = DateTime.Parse(text[..16], System.Globalization.CultureInfo.InvariantCulture);
        return new PublishAt(local, text.Length > 16 ? TimeSpan.Parse(text[17..], System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    private static DateTimeOffset Utc(string text) => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
}
