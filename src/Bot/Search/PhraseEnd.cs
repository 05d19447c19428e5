namespace BotDigest.Bot.Search;

/// <summary>How the last token of a phrase is matched.</summary>
internal enum PhraseEnd
{
    /// <summary>As it is.</summary>
    Fixed,

    /// <summary>As a single ideograph, which in a story may be the first of a pair.</summary>
    Ideograph,

    /// <summary>As the beginning of a word.</summary>
    Prefix,

    /// <summary>As a whole word.</summary>
    Word,
}
