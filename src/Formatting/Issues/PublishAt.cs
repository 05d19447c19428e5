using System.Globalization;

namespace BotDigest.Formatting.Issues;

/// <summary>When an issue asks to be published: a local minute, or a moment.</summary>
/// <param name="Local">The date and minute as written.</param>
/// <param name="Offset">The offset from UTC as written, or null for the time zone of the settings.</param>
public readonly record struct PublishAt(DateTime Local, TimeSpan? Offset)
{
    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] OffsetFormats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    /// <summary>Reads what an editor has written; null where it is no time.</summary>
    internal static PublishAt? Read(string text)
    {
        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new PublishAt(local, null);
        return DateTimeOffset.TryParseExact(text, OffsetFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? new PublishAt(moment.DateTime, moment.Offset) : null;
    }
}
