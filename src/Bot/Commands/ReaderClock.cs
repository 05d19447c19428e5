namespace BotDigest.Bot.Commands;

/// <summary>The date where the reader is.</summary>
internal static class ReaderClock
{
    /// <summary>Today's date in a zone.</summary>
    internal static DateOnly Today(this TimeProvider clock, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
}
