namespace BotDigest.Formatting.Digests;

/// <summary>A table in the running text.</summary>
/// <param name="Start">Where its headers begin.</param>
/// <param name="Body">Where its first row begins.</param>
/// <param name="End">The first place after it.</param>
internal readonly record struct TablePlace(int Start, int Body, int End);
