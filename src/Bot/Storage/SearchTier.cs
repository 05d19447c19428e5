namespace BotDigest.Bot.Storage;

/// <summary>A part of the hits.</summary>
internal enum SearchTier
{
    /// <summary>All hits.</summary>
    All,

    /// <summary>Those whose headline holds every term: shown first.</summary>
    Headline,

    /// <summary>The others.</summary>
    Rest,
}
