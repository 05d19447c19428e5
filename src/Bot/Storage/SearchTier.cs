namespace BotDigest.Bot.Storage;

/// <summary>A part of the hits. What an earlier tier has shown, a later one holds again.</summary>
/// <param name="InHeadline">True where the headline alone is looked at.</param>
/// <param name="Expression">What its hits match, in the engine's language.</param>
internal sealed record SearchTier(bool InHeadline, string Expression);
