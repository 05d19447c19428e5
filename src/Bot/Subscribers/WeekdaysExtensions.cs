namespace BotDigest.Bot.Subscribers;

/// <summary>Asks sets of weekdays.</summary>
internal static class WeekdaysExtensions
{
    /// <summary>The set that holds just one day.</summary>
    internal static Weekdays ToWeekdays(this DayOfWeek day) => (Weekdays)(1 << (((int)day + 6) % 7));

    /// <summary>True where a day is in the set.</summary>
    internal static bool Holds(this Weekdays days, DayOfWeek day) => (days & day.ToWeekdays()) != Weekdays.None;
}
