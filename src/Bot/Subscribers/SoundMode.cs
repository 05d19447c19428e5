namespace BotDigest.Bot.Subscribers;

/// <summary>Whether pushes arrive with a sound. The numbers are what the database keeps.</summary>
internal enum SoundMode
{
    /// <summary>Always.</summary>
    On = 0,

    /// <summary>Never.</summary>
    Off = 1,

    /// <summary>By day only.</summary>
    Day = 2,
}
