namespace BotDigest.Bot.Updates;

/// <summary>What becomes of a request when there are many.</summary>
internal enum Turn
{
    /// <summary>It is answered.</summary>
    Granted,

    /// <summary>It is one too many, and the first: that is said.</summary>
    TooMany,

    /// <summary>It is one too many again: silence.</summary>
    Silence,
}
