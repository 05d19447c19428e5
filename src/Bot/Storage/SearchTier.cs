namespace BotDigest.Bot.Storage;

/// <summary>A part of the hits. Those that are shown one after another have no hit in common.</summary>
internal enum SearchTier
{
    /// <summary>All hits.</summary>
    All,

    /// <summary>Those whose headline holds every term.</summary>
    Headline,

    /// <summary>Of these, the ones that hold the terms as typed: whole words, no other names.</summary>
    HeadlineExact,

    /// <summary>The other ones of these.</summary>
    HeadlineLoose,

    /// <summary>Those whose headline does not hold every term.</summary>
    Rest,

    /// <summary>Of these, the ones that hold the terms as typed, or have the tag that the terms name.</summary>
    RestExact,

    /// <summary>The other ones of these.</summary>
    RestLoose,
}
