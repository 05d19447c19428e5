namespace BotDigest.Bot.Storage;

/// <summary>States as the database keeps them: their names in small letters.</summary>
internal static class Words
{
    internal static string Write<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    internal static string? WriteOptional<T>(T? value)
        where T : struct, Enum => value is { } given ? Write(given) : null;

    internal static T Read<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text, ignoreCase: true);

    internal static T? ReadOptional<T>(string? text)
        where T : struct, Enum => text is null ? null : Read<T>(text);
}
