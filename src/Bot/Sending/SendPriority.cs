namespace BotDigest.Bot.Sending;

/// <summary>Who goes first where messages wait for their turn.</summary>
internal enum SendPriority
{
    /// <summary>An answer to a person who waits for it.</summary>
    Answer,

    /// <summary>A post on the channel.</summary>
    Channel,

    /// <summary>A push to one of many subscribers.</summary>
    Broadcast,
}
