namespace BotDigest.Sandbox.World;

/// <summary>Something that Telegram takes and a strict reader would not: over 4096 UTF-16 units, over 100 entities.</summary>
/// <param name="Rule">A short name of the rule.</param>
/// <param name="ChatId">The chat.</param>
/// <param name="Detail">What was found.</param>
internal sealed record Finding(string Rule, long ChatId, string Detail);
