using System.Text;

namespace BotDigest.Bot.Search;

/// <summary>Where phrases stand in folded text: the same rule as the index has, without the index.</summary>
internal static class TermMatches
{
    /// <summary>The places where a phrase begins, in order.</summary>
    internal static IEnumerable<int> Find(string folded, SearchPhrase phrase)
    {
        for (var at = folded.IndexOf(phrase.Text, StringComparison.Ordinal); at >= 0; at = Next(folded, phrase, at))
        {
            if (BeginsAtBorder(folded, at) && (phrase.End != PhraseEnd.Word || EndsAtBorder(folded, at + phrase.Text.Length)))
                yield return at;
        }
    }

    /// <summary>True where a story's folded text holds one of a term's phrases.</summary>
    internal static bool Holds(string folded, SearchTerm term) => term.Phrases.Any(phrase => Find(folded, phrase).Any());

    private static int Next(string folded, SearchPhrase phrase, int at) =>
        at + 1 < folded.Length ? folded.IndexOf(phrase.Text, at + 1, StringComparison.Ordinal) : -1;

    private static bool BeginsAtBorder(string folded, int at)
    {
        if (at == 0 || CharacterKinds.Of(Rune.GetRuneAt(folded, at)) != CharacterKind.Word)
            return true;
        return !Rune.TryGetRuneAt(folded, char.IsLowSurrogate(folded[at - 1]) ? at - 2 : at - 1, out var before) || CharacterKinds.Of(before) != CharacterKind.Word;
    }

    private static bool EndsAtBorder(string folded, int end) =>
        end >= folded.Length || !Rune.TryGetRuneAt(folded, end, out var after) || CharacterKinds.Of(after) != CharacterKind.Word;
}
