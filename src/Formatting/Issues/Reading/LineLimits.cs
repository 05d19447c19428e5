using System.Buffers;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>
/// Finds lines that Markdig would work on for long before it refuses them: with more quotes and lists in one another than it nests, or more definitions
/// of notes and links than it keeps in reasonable time.
/// </summary>
internal static class LineLimits
{
    private const int Deepest = 100;
    private const int MostDefinitions = 2000;

    private static readonly SearchValues<char> OfMarks = SearchValues.Create(">-+*.)0123456789 \t");

    /// <summary>The first excess and its offset; null where there is none.</summary>
    internal static (ProblemKind Kind, int Offset)? FindExceeded(ReadOnlySpan<char> text)
    {
        if (!MayBeDeep(text) && text.Count("]:") <= MostDefinitions)
            return null;
        var definitions = 0;
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            var end = rest.IndexOfAny('\r', '\n');
            var line = end < 0 ? rest : rest[..end];

            // Each mark takes a character at least.
            if (line.Length > Deepest && DepthOf(line) > Deepest)
                return (ProblemKinds.TooDeep, at);
            if (line.Contains("]:", StringComparison.Ordinal) && ++definitions > MostDefinitions)
                return (ProblemKinds.TooManyMarks, at);
            at = end < 0 ? text.Length : at + end + 1;
        }

        return null;
    }

    /// <summary>False where no line can be too deep: the marks of one that is lie in a run of nothing else, so long that one of every hundred characters is in it.</summary>
    private static bool MayBeDeep(ReadOnlySpan<char> text)
    {
        for (var at = Deepest - 1; at < text.Length; at += Deepest)
        {
            var before = text[..at].LastIndexOfAnyExcept(OfMarks);
            var after = text[at..].IndexOfAnyExcept(OfMarks);
            if ((after < 0 ? text.Length : at + after) - before > Deepest)
                return true;
        }

        return false;
    }

    private static int DepthOf(ReadOnlySpan<char> line)
    {
        var depth = 0;
        while (!(line = line.TrimStart()).IsEmpty)
        {
            var mark = 1;
            if (char.IsAsciiDigit(line[0]))
            {
                while (mark < line.Length && char.IsAsciiDigit(line[mark]))
                    mark++;
                if (mark == line.Length || line[mark] is not ('.' or ')'))
                    return depth;
                mark++;
            }
            else if (line[0] is not ('>' or '-' or '+' or '*'))
                return depth;

            if (line[0] != '>' && mark < line.Length && line[mark] is not (' ' or '\t'))
                return depth;
            depth++;
            line = line[mark..];
        }

        return depth;
    }
}
