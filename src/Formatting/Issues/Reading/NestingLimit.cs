namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Finds lines that begin with more quotes and lists than Markdig nests; it would work long before it says so.</summary>
internal static class NestingLimit
{
    private const int Deepest = 100;

    /// <summary>The offset of the first such line; -1 where there is none.</summary>
    internal static int FindExceeded(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            var end = rest.IndexOfAny('\r', '\n');
            var line = end < 0 ? rest : rest[..end];

            // Each mark takes a character at least.
            if (line.Length > Deepest && DepthOf(line) > Deepest)
                return at;
            at = end < 0 ? text.Length : at + end + 1;
        }

        return -1;
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
