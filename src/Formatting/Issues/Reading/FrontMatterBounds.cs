namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Where the front matter of a text lies: between two lines of three dashes.</summary>
/// <param name="Start">The offset of its first line.</param>
/// <param name="End">The offset of its closing line.</param>
/// <param name="Body">The offset of what follows.</param>
internal readonly record struct FrontMatterBounds(int Start, int End, int Body)
{
    /// <summary>The bounds; null where the text does not begin with front matter or, by <paramref name="opened"/>, never closes it.</summary>
    internal static FrontMatterBounds? Find(string text, out bool opened)
    {
        var at = 0;
        while (at < text.Length && LineAt(text, at).IsWhiteSpace())
            at = NextLine(text, at);
        opened = at < text.Length && IsDashes(LineAt(text, at));
        if (!opened)
            return null;
        var start = NextLine(text, at);
        for (at = start; at < text.Length; at = NextLine(text, at))
        {
            if (IsDashes(LineAt(text, at)) || LineAt(text, at).TrimEnd() is "...")
                return new FrontMatterBounds(start, at, NextLine(text, at));
        }

        return null;
    }

    private static bool IsDashes(ReadOnlySpan<char> line) => line.TrimEnd() is "---";

    private static ReadOnlySpan<char> LineAt(string text, int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOfAny('\r', '\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int NextLine(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        if (end < 0)
            return text.Length;
        end += at;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
