namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>Cuts a text into runs of Latin words that look like names, a space between them: <c>Claude Code</c>.</summary>
internal static class NameRuns
{
    /// <summary>What is longer is prose or a string of bytes, and no name.</summary>
    private const int LongestRun = 8;
    private const int LongestWord = 40;

    /// <summary>The runs in order, a list of words each, and where they begin and end.</summary>
    /// <param name="text">The text, in usual width.</param>
    /// <param name="lower">Takes the words in lower case.</param>
    internal static IEnumerable<(List<string> Words, int Start, int End)> Read(string text, HashSet<string> lower)
    {
        var run = new List<string>();
        var (begin, end) = (0, -1);
        for (var at = 0; at < text.Length; at++)
        {
            if (!LatinWord.IsPart(text[at]))
                continue;
            var start = at;
            at = EndOf(text, at);
            var word = LatinWord.WithoutPossessive(text[start..at]);
            if (LatinWord.IsLower(word))
                lower.Add(word);
            if (run.Count > 0 && !(start == end + 1 && text[end] == ' ' && Continues(word)))
            {
                if (IsShortEnough(run))
                    yield return (run, begin, end);
                run = [];
            }

            if (run.Count == 0)
                begin = start;
            if (run.Count > 0 || LatinWord.IsName(word))
                run.Add(word);

            // A possessive ends its run: what follows it belongs to the name, and is no part of it.
            end = start + word.Length;
        }

        if (run.Count > 0 && IsShortEnough(run))
            yield return (run, begin, end);
    }

    private static int EndOf(string text, int at)
    {
        while (at < text.Length && (LatinWord.IsPart(text[at]) || (LatinWord.IsJoint(text[at]) && at + 1 < text.Length && LatinWord.IsPart(text[at + 1]))))
            at++;
        return at;
    }

    private static bool IsShortEnough(List<string> run) => run.Count <= LongestRun && run.TrueForAll(w => w.Length <= LongestWord);

    private static bool Continues(string word) => LatinWord.IsName(word) || LatinWord.IsVersion(word) || (word.Length == 1 && char.IsAsciiLetterUpper(word[0]));
}
