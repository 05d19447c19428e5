namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>Tells which names need no entry: those that the vocabulary knows, also with a version or variant after them, and everyday words.</summary>
internal sealed class KnownNames(Vocabulary vocabulary)
{
    private const int LongestBeside = 10;
    private const int LongestAround = 6;

    /// <summary>How many words a run begins with that the vocabulary knows.</summary>
    internal int KnownAtStart(List<string> run)
    {
        var count = 0;
        while (count < run.Count && Known(run, count) is var more and > 0)
            count += more;
        return count;
    }

    /// <summary>True where nothing of a run is new.</summary>
    internal bool Covers(List<string> run)
    {
        for (var at = 0; at < run.Count;)
        {
            if (Known(run, at) is var known and > 0)
                at += known;
            else if (EverydayWords.Contains(run[at]) || EverydayWords.IsVariant(run[at]) || LatinWord.IsVersion(run[at]))
                at++;
            else
                return false;
        }

        return true;
    }

    /// <summary>True for a name that the vocabulary holds, or one of its names with a version after it.</summary>
    internal bool Contains(string name)
    {
        if (vocabulary.Canonical(name) is not null)
            return true;
        for (var end = name.Length - 1; end > 1; end--)
        {
            if (IsBorder(name, end) && IsVersions(name.AsSpan(end)) && vocabulary.Canonical(name[..end]) is not null)
                return true;
        }

        return false;
    }

    /// <summary>True where a name of the vocabulary ends or begins just there, and so says what is quoted: <c>智能体“小工”</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the quotation begins, its mark included.</param>
    /// <param name="end">Where it ends.</param>
    internal bool StandsBeside(string text, int start, int end)
    {
        for (var length = 2; length <= LongestBeside; length++)
        {
            if ((length <= start && vocabulary.Canonical(text[(start - length)..start]) is not null) || (end + length <= text.Length && vocabulary.Canonical(text[end..(end + length)]) is not null))
                return true;
        }

        return false;
    }

    /// <summary>True where a place is but a part of a name of the vocabulary: <c>SK海力士</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the place begins.</param>
    /// <param name="end">Where it ends.</param>
    internal bool StandsAround(string text, int start, int end)
    {
        for (var from = Math.Max(0, start - LongestAround); from <= start; from++)
        {
            for (var to = end; to <= Math.Min(text.Length, end + LongestAround); to++)
            {
                if (to - from > end - start && vocabulary.Canonical(text[from..to]) is not null)
                    return true;
            }
        }

        return false;
    }

    private int Known(List<string> run, int at)
    {
        for (var count = run.Count - at; count > 0; count--)
        {
            if (Contains(string.Join(' ', run.GetRange(at, count))))
                return count;
        }

        return 0;
    }

    private static bool IsBorder(string name, int at) => !char.IsLetter(name[at]);

    private static bool IsVersions(ReadOnlySpan<char> rest)
    {
        foreach (var part in rest.SplitAny(" -_"))
        {
            var word = rest[part].TrimStart('.');
            if (!word.IsEmpty && !LatinWord.IsVersion(word) && !EverydayWords.IsVariant(word))
                return false;
        }

        return true;
    }
}
