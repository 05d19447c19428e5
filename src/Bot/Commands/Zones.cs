using System.Globalization;

namespace BotDigest.Bot.Commands;

/// <summary>Time zones as people know them: by their cities.</summary>
internal static class Zones
{
    /// <summary>The zones that settings offer, by their IANA names, from east to west.</summary>
    internal static readonly IReadOnlyList<string> Offered =
    [
        "Australia/Sydney", "Asia/Tokyo", "Asia/Shanghai", "Asia/Taipei", "Asia/Hong_Kong", "Asia/Singapore",
        "Asia/Dubai", "Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles",
    ];

    /// <summary>The city of a zone, or its IANA name where no text names one.</summary>
    internal static string City(this Texts texts, TimeZoneInfo zone) => texts.City(zone.Id);

    /// <summary>The zone of a name, in any case; null where there is none.</summary>
    internal static TimeZoneInfo? Find(string name) =>
        name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(Canonical(name), out var zone) ? zone : null;

    /// <summary>IANA names are case-sensitive where the system keeps them as files.</summary>
    private static string Canonical(string name) => string.Join('/', name.Trim().Split('/').Select(part =>
        string.Join('_', part.Split('_', ' ').Select(word => word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..].ToLowerInvariant()))));
}
