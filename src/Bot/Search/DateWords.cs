using System.Globalization;
using System.Text.RegularExpressions;

namespace BotDigest.Bot.Search;

/// <summary>Reads dates the way people write them: <c>2026-01-15</c>, <c>20260115</c>, <c>1月15日</c>, <c>1/15</c>, <c>15 Jan</c>, 昨天, yesterday.</summary>
internal static partial class DateWords
{
    private static readonly string[] MonthForms = ["d MMM", "MMM d", "d MMMM", "MMMM d"];
    private static readonly string[] FullForms = ["yyyyMMdd", "d MMM yyyy", "MMM d yyyy", "d MMMM yyyy", "MMMM d yyyy"];

    /// <summary>Reads a date; one without a year is the latest such day that is not after today.</summary>
    /// <param name="words">What was written.</param>
    /// <param name="today">The reader's date.</param>
    /// <param name="date">The date.</param>
    /// <returns>False where the words are no date.</returns>
    internal static bool TryParse(string words, DateOnly today, out DateOnly date)
    {
        var text = FoldedText.Of(words).Replace(',', ' ').Trim();
        if (DaysAgo(text) is { } days)
        {
            date = today.AddDays(-days);
            return true;
        }

        return TryFull(text, out date) || TryMonthAndDay(text, today, out date);
    }

    private static int? DaysAgo(string text) => text switch
    {
        "今天" or "今日" or "today" => 0,
        "昨天" or "昨日" or "yesterday" => 1,
        "前天" => 2,
        "大前天" => 3,
        _ => null,
    };

    private static bool TryFull(string text, out DateOnly date)
    {
        var match = YearMonthDay().Match(text);
        if (match.Success)
            return TryDate(Number(match, "y"), Number(match, "m"), Number(match, "d"), out date);
        return DateOnly.TryParseExact(text, FullForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    private static bool TryMonthAndDay(string text, DateOnly today, out DateOnly date)
    {
        var match = MonthDay().Match(text);
        int month, day;
        if (match.Success)
        {
            (month, day) = (Number(match, "m"), Number(match, "d"));
        }
        else if (DateTime.TryParseExact("2000 " + text, [.. MonthForms.Select(f => "yyyy " + f)], CultureInfo.InvariantCulture, DateTimeStyles.None, out var named))
        {
            (month, day) = (named.Month, named.Day);
        }
        else
        {
            date = default;
            return false;
        }

        // 29 February may lie up to eight years back.
        for (var year = today.Year; year > today.Year - 9; year--)
        {
            if (TryDate(year, month, day, out date) && date <= today)
                return true;
        }

        date = default;
        return false;
    }

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        var exists = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new DateOnly(year, month, day) : default;
        return exists;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>\d{4})\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日号]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"^(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日号]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthDay();
}
