namespace BotDigest.Bot.Commands;

/// <summary>What people type to look for something.</summary>
internal static class QueryText
{
    /// <summary>Longer queries are refused.</summary>
    internal const int MaxLength = 100;

    /// <summary>The words with one space between them.</summary>
    internal static string Clean(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
