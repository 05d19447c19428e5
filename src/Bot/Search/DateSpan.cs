using System.Globalization;
using System.Text.RegularExpressions;

namespace BotDigest.Bot.Search;

/// <summary>Days from one to another, both included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; before the first one where there is none.</param>
internal readonly partial record struct DateSpan(DateOnly First, DateOnly Last)
{
    /// <summary>All days.</summary>
    internal static DateSpan Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>The days that are in both spans.</summary>
    internal DateSpan And(DateSpan other) => new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last);

    /// <summary>Reads a day as <see cref="DateWords"/> does, a month (<c>2026-01</c>, <c>2026年1月</c>, <c>1月</c>) or a year.</summary>
    /// <param name="words">What was written.</param>
    /// <param name="today">The reader's date.</param>
    /// <param name="span">The days.</param>
    /// <returns>False where the words are no date.</returns>
    internal static bool TryParse(string words, DateOnly today, out DateSpan span)
    {
        if (DateWords.TryParse(words, today, out var day))
        {
            span = new DateSpan(day, day);
            return true;
        }

        var match = YearOrMonth().Match(FoldedText.Of(words));
        var month = Number(match, "m") ?? Number(match, "n");
        var year = Number(match, "y") ?? (month <= today.Month ? today.Year : today.Year - 1);
        if (!match.Success || year is < 1 or > 9998 || month is < 1 or > 12)
        {
            span = default;
            return false;
        }

        var first = new DateOnly(year, month ?? 1, 1);
        span = new DateSpan(first, (month is null ? first.AddYears(1) : first.AddMonths(1)).AddDays(-1));
        return true;
    }

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true, ValueSpan: var digits } ? int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:(?<y>\d{4})年?|(?<y>\d{4})[-/.年](?<m>\d{1,2})月?|(?<n>\d{1,2})月)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YearOrMonth();
}
