namespace BotDigest.Bot.Subscribers;

/// <summary>What a push brings.</summary>
internal enum PushKind
{
    /// <summary>A whole issue, in brief or in full.</summary>
    Issue,

    /// <summary>The stories of an issue that have one of the subscriber's tags.</summary>
    Tags,

    /// <summary>The stories of an issue that one of the subscriber's watches hits.</summary>
    Watch,

    /// <summary>The best of a week.</summary>
    Weekly,
}
