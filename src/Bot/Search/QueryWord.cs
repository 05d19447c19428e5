namespace BotDigest.Bot.Search;

/// <summary>A word of a query as it was typed.</summary>
/// <param name="Text">The word without its minus, key and quotes.</param>
/// <param name="Key">What stands before its colon, in small letters: <c>tag</c>, <c>from</c>, <c>to</c>, <c>on</c>; else empty.</param>
/// <param name="IsQuoted">True where it stood in quotes.</param>
/// <param name="IsExcluded">True where a minus stood before it.</param>
/// <param name="Typed">All of it.</param>
internal readonly record struct QueryWord(string Text, string Key, bool IsQuoted, bool IsExcluded, string Typed);
