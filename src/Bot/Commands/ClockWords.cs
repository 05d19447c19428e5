using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BotDigest.Bot.Commands;

/// <summary>Reads times of day the way people write them: <c>8</c>, <c>08:30</c>, <c>8点半</c>, <c>20时15分</c>, <c>8:30pm</c>.</summary>
internal static partial class ClockWords
{
    /// <summary>Reads a time of day.</summary>
    /// <returns>False where the words are no time of day.</returns>
    internal static bool TryParse(string words, out TimeOnly time)
    {
        time = default;
        // The runtime refuses to normalise U+FFFE, which is no character.
        var match = Clock().Match(words.Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant());
        if (!match.Success)
            return false;
        var hour = int.Parse(match.Groups["h"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups["half"].Success ? 30
            : match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["p"].Value;
        if (half.Length > 0 && hour is < 1 or > 12)
            return false;
        hour = half switch
        {
            "am" => hour % 12,
            "pm" => (hour % 12) + 12,
            _ => hour,
        };
        if (hour > 23 || minute > 59)
            return false;
        time = new TimeOnly(hour, minute);
        return true;
    }

    [GeneratedRegex(@"^(?<h>\d{1,2})(\s*[:点时]\s*((?<m>\d{1,2})\s*分?|(?<half>半))?)?\s*(?<p>am|pm)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Clock();
}
