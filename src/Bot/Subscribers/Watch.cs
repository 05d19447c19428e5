using BotDigest.Bot.Search;

namespace BotDigest.Bot.Subscribers;

/// <summary>A word that somebody watches for: literally, though spelling variants that search does not tell apart count as the same, and Latin words only whole.</summary>
internal static class Watch
{
    /// <summary>The longest word that can be watched for, in UTF-16 units.</summary>
    internal const int Longest = 64;

    /// <summary>How many one person can watch for.</summary>
    internal const int Most = 50;

    /// <summary>The word as it is looked for; null where it holds nothing to look for.</summary>
    internal static SearchPhrase? Of(string word) => SearchPhrase.Of(FoldedText.Of(word))?.Whole;

    /// <summary>True where folded text holds the word.</summary>
    internal static bool Hits(string folded, SearchPhrase word) => TermMatches.Find(folded, word).Any();
}
