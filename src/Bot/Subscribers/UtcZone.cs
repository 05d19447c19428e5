using System.Globalization;

namespace BotDigest.Bot.Subscribers;

/// <summary>Zones that are so many hours and minutes from UTC all the year, <c>UTC+05:30</c>: those of whole hours have names of IANA's own.</summary>
internal static class UtcZone
{
    private const int Sign = 3;
    private const string Form = @"hh\:mm";

    /// <summary>The name that such a zone is kept by.</summary>
    internal static string IdOf(TimeSpan offset) => (offset < TimeSpan.Zero ? "UTC-" : "UTC+") + offset.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The zone of a name, or null where it is no such name.</summary>
    internal static TimeZoneInfo? Find(string id)
    {
        if (id is not ['U', 'T', 'C', '+' or '-', ..] || !TimeSpan.TryParseExact(id.AsSpan(Sign + 1), Form, CultureInfo.InvariantCulture, out var offset) || offset > TimeSpan.FromHours(14))
            return null;
        return TimeZoneInfo.CreateCustomTimeZone(id, id[Sign] == '-' ? -offset : offset, id, id);
    }

    /// <summary>How people write such a zone, <c>UTC+5:30</c>; null where the name is none of its.</summary>
    internal static string? NameOf(string id) =>
        Find(id) is { BaseUtcOffset: var offset } ? string.Create(CultureInfo.InvariantCulture, $"{id[..(Sign + 1)]}{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}") : null;
}
