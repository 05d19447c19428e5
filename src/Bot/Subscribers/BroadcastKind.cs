namespace BotDigest.Bot.Subscribers;

/// <summary>What goes to many subscribers.</summary>
internal enum BroadcastKind
{
    /// <summary>An issue that has come to be on the channel.</summary>
    Issue,

    /// <summary>A week that is over.</summary>
    Weekly,
}
