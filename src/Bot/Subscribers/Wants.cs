namespace BotDigest.Bot.Subscribers;

/// <summary>What a subscriber wants to be sent.</summary>
[Flags]
internal enum Wants
{
    None = 0,

    /// <summary>Every issue.</summary>
    Issues = 1,

    /// <summary>Of each issue the stories that have a tag which they follow; nothing more where they want every issue.</summary>
    Tags = 2,

    /// <summary>The best of each week.</summary>
    Weekly = 4,
}
