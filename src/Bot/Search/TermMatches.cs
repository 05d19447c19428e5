using System.Text;

namespace BotDigest.Bot.Search;

/// <summary>Where terms stand in folded text: the same rule as the index has, without the index.</summary>
internal static class TermMatches
{
    /// <summary>The places where a term begins, in order.</summary>
    internal static IEnumerable<int> Find(string folded, SearchTerm term)
    {
        for (var at = folded.IndexOf(term.Text, StringComparison.Ordinal); at >= 0; at = Next(folded, term, at))
        {
            if (BeginsAtBorder(folded, at))
                yield return at;
        }
    }

    /// <summary>True where a story's folded text holds the term.</summary>
    internal static bool Holds(string folded, SearchTerm term) => Find(folded, term).Any();

    private static int Next(string folded, SearchTerm term, int at) =>
        at + 1 < folded.Length ? folded.IndexOf(term.Text, at + 1, StringComparison.Ordinal) : -1;

    private static bool BeginsAtBorder(string folded, int at)
    {
        if (at == 0 || CharacterKinds.Of(Rune.GetRuneAt(folded, at)) != CharacterKind.Word)
            return true;
        return !Rune.TryGetRuneAt(folded, char.IsLowSurrogate(folded[at - 1]) ? at - 2 : at - 1, out var before) || CharacterKinds.Of(before) != CharacterKind.Word;
    }
}
