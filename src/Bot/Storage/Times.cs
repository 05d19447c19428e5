namespace BotDigest.Bot.Storage;

/// <summary>Moments as the database keeps them: milliseconds since 1970, UTC.</summary>
internal static class Times
{
    internal static long Write(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    internal static long? Write(DateTimeOffset? moment) => moment?.ToUnixTimeMilliseconds();

    internal static DateTimeOffset? Read(long? milliseconds) => milliseconds is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given) : null;
}
