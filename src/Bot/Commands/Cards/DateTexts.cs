namespace BotDigest.Bot.Commands.Cards;

/// <summary>Dates and hours as the reader's language writes them.</summary>
internal static class DateTexts
{
    /// <summary>1月15日, 15 Jan.</summary>
    internal static string ShortDate(this Texts texts, DateOnly date) => date.ToString(texts[Phrase.DateShort], texts.Culture);

    /// <summary>2026年1月15日, 15 January 2026.</summary>
    internal static string LongDate(this Texts texts, DateOnly date) => date.ToString(texts[Phrase.DateLong], texts.Culture);

    /// <summary>星期四, Thursday.</summary>
    internal static string Weekday(this Texts texts, DateOnly date) => texts.Culture.DateTimeFormat.GetDayName(date.DayOfWeek);

    /// <summary>周四, Thu.</summary>
    internal static string ShortWeekday(this Texts texts, DateOnly date) => texts.ShortWeekday(date.DayOfWeek);

    /// <summary>周四, Thu.</summary>
    internal static string ShortWeekday(this Texts texts, DayOfWeek day) => texts.Culture.DateTimeFormat.GetAbbreviatedDayName(day);

    /// <summary>The weekdays from Monday on, short enough for the columns of a calendar: 一, Mo.</summary>
    internal static string[] WeekdayColumns(this Texts texts) => texts[Phrase.WeekdayNames].Split(' ');

    /// <summary>15日, 15.</summary>
    internal static string Day(this Texts texts, DateOnly date) => texts.Fill(Phrase.DayOfMonth, date.Day);

    /// <summary>2026年1月, January 2026.</summary>
    internal static string Month(this Texts texts, DateOnly date) => date.ToString(texts[Phrase.MonthForm], texts.Culture);

    /// <summary>07:30.</summary>
    internal static string Clock(this Texts texts, TimeOnly time) => time.ToString(texts[Phrase.ClockForm], texts.Culture);

    /// <summary>1 条, 1 story.</summary>
    internal static string Stories(this Texts texts, int count) => texts.Fill(count == 1 ? Phrase.OneStory : Phrase.ManyStories, count);
}
