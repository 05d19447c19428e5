using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Commands;

/// <summary>Time zones by how far they are from UTC: <c>UTC+8</c>, <c>GMT-3:30</c>, <c>+05:45</c>, <c>东八区</c>.</summary>
internal static partial class UtcOffsets
{
    private const string Whole = "Etc/GMT";
    private const int StillInForce = 2025;
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The name of a zone that is always this far from UTC, or null where the words name no offset or no such zone is known.</summary>
    internal static string? ZoneOf(string words)
    {
        // The runtime refuses to normalise U+FFFE, which is no character.
        var text = words.Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormKC).Replace('−', '-').Trim();
        if (Offset(text) is not { } offset)
            return null;
        if (offset.Minutes == 0)
            return offset.Hours == 0 ? "Etc/UTC" : string.Create(CultureInfo.InvariantCulture, $"{Whole}{(offset.Hours > 0 ? '-' : '+')}{Math.Abs(offset.Hours)}");
        return TimeZoneInfo.GetSystemTimeZones().Any(z => z.HasIanaId && z.BaseUtcOffset == offset && !ChangesClocks(z)) ? UtcZone.IdOf(offset) : null;
    }

    /// <summary>How a zone without a place is called, <c>UTC+8</c>; null for one that has a place. In IANA's own names the signs are the other way round.</summary>
    internal static string? NameOf(string zone) => zone switch
    {
        "Etc/UTC" => "UTC",
        _ when zone.StartsWith(Whole + '-', StringComparison.Ordinal) => "UTC+" + zone[(Whole.Length + 1)..],
        _ when zone.StartsWith(Whole + '+', StringComparison.Ordinal) => "UTC-" + zone[(Whole.Length + 1)..],
        _ => UtcZone.NameOf(zone),
    };

    // nearly every zone has done it in the last century
    private static bool ChangesClocks(TimeZoneInfo zone) => zone.GetAdjustmentRules().Any(r => r.DateEnd.Year >= StillInForce && r.DaylightDelta != TimeSpan.Zero);

    private static TimeSpan? Offset(string text)
    {
        if (text.Equals("utc", StringComparison.OrdinalIgnoreCase) || text.Equals("gmt", StringComparison.OrdinalIgnoreCase))
            return TimeSpan.Zero;
        if (Spoken().Match(text) is { Success: true } spoken)
            return TimeSpan.FromHours((spoken.Groups["side"].ValueSpan is "东" or "東" ? 1 : -1) * Number(spoken.Groups["n"].Value));
        if (Written().Match(text) is not { Success: true } written)
            return null;
        var (hours, minutes) = (Number(written.Groups["h"].Value), written.Groups["m"].Success ? Number(written.Groups["m"].Value) : 0);
        if (hours > 14 || minutes > 59)
            return null;
        var offset = new TimeSpan(hours, minutes, 0);
        return written.Groups["sign"].ValueSpan is "-" ? -offset : offset;
    }

    private static int Number(string digits) => digits switch
    {
        "十" => 10,
        "十一" => 11,
        "十二" => 12,
        [var one] when Digits.IndexOf(one, StringComparison.Ordinal) is var value and >= 0 => value,
        _ => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"^((utc|gmt)\s*)?(?<sign>[+-])\s*(?<h>\d{1,2})(:?(?<m>\d{2}))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    [GeneratedRegex("^(?<side>[东東西])(?<n>十[一二]?|[一二三四五六七八九]|1[0-2]|[1-9])[区區]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Spoken();
}
