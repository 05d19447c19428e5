using System.Collections.Immutable;
using System.Text;
using BotDigest.Bot.Search;

namespace BotDigest.Bot.Subscribers;

/// <summary>
/// A word that somebody watches for: literally, though spelling variants that search does not tell apart count as the same, and Latin words only whole.
/// Where a space stands beside Chinese (<c>华为 芯片</c>) it parts words that a story must all hold; within Latin text (<c>Claude Code</c>) it belongs to the name.
/// </summary>
internal static class Watch
{
    /// <summary>The longest word that can be watched for, in UTF-16 units.</summary>
    internal const int Longest = 64;

    /// <summary>How many one person can watch for.</summary>
    internal const int Most = 50;

    /// <summary>What a story must hold; empty where there is nothing to look for.</summary>
    internal static ImmutableArray<SearchPhrase> Of(string word) => [.. Parts(word).Select(p => SearchPhrase.Of(FoldedText.Of(p))).OfType<SearchPhrase>().Select(p => p.Whole)];

    /// <summary>True where folded text holds all of it.</summary>
    internal static bool Hits(string folded, ImmutableArray<SearchPhrase> word) => !word.IsEmpty && word.All(p => TermMatches.Find(folded, p).Any());

    private static List<string> Parts(string word)
    {
        var parts = new List<string>();
        foreach (var piece in word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (parts is [.., var last] && !EndsInIdeograph(last) && !IsIdeograph(piece.EnumerateRunes().First()))
                parts[^1] = last + ' ' + piece;
            else
                parts.Add(piece);
        }

        return parts;
    }

    private static bool EndsInIdeograph(string text) => IsIdeograph(text.EnumerateRunes().Last());

    private static bool IsIdeograph(Rune rune) => CharacterKinds.Of(rune) == CharacterKind.Ideograph;
}
