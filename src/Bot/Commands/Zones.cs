using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Commands;

/// <summary>Time zones as people know them: by their cities, or by how far they are from UTC.</summary>
internal static class Zones
{
    private const int MostNear = 3;

    /// <summary>The zones that settings offer, by their IANA names, from east to west.</summary>
    internal static readonly IReadOnlyList<string> Offered =
    [
        "Australia/Sydney", "Asia/Tokyo", "Asia/Shanghai", "Asia/Taipei", "Asia/Hong_Kong", "Asia/Singapore",
        "Asia/Dubai", "Europe/Berlin", "Europe/London", "America/New_York", "America/Chicago", "America/Los_Angeles",
    ];

    /// <summary>The city of a zone, or its IANA name where no text names one.</summary>
    internal static string City(this Texts texts, TimeZoneInfo zone) => texts.City(zone.Id);

    /// <summary>The zone of a city in any of the bot's languages, of the last part of an IANA name or all of it, in any case, or of an offset; null where there is none.</summary>
    internal static TimeZoneInfo? Find(string name)
    {
        var id = UtcOffsets.ZoneOf(name) ?? ZoneNames.Find(name) ?? (name.Contains('/', StringComparison.Ordinal) ? name.Trim() : null);
        if (id is not null && UtcZone.Find(id) is { } utc)
            return utc;
        return id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
    }

    /// <summary>The zones of names that are near to what was typed, the nearest first.</summary>
    internal static IReadOnlyList<string> Near(string name) => [.. ZoneNames.Near(name).Distinct(StringComparer.Ordinal).Take(MostNear)];
}
