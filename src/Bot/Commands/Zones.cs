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

    /// <summary>The zone of a city in any of the bot's languages, or of an IANA name, in any case; null where there is none.</summary>
    internal static TimeZoneInfo? Find(string name)
    {
        var wanted = name.Trim();
        var id = Offered.FirstOrDefault(z => Languages.All.Any(l => Same(Texts.In(l).City(z), wanted)))
            ?? (wanted.Contains('/', StringComparison.Ordinal) ? TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(z => Same(z.Id, wanted))?.Id ?? wanted : null);
        return id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

        static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }
}
