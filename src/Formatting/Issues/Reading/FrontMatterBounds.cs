namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Where the front matter of a text lies: between two lines of three dashes.</summary>
/// <param name="Start">The offset of its first line.</param>
/// <param name="End">The offset of its closing line.</param>
/// <param name="Body">The offset of what follows.</param>
internal readonly record struct FrontMatterBounds(int Start, int End, int Body)
{
    /// <summary>The bounds; null where the text does not begin with front matter or never closes it.</summary>
    /// <param name="text">The file.</param>
    /// <param name="first">The offset of the line after the opening one; -1 where there is none.</param>
    internal static FrontMatterBounds? Find(string text, out int first)
    {
        first = -1;
        var at = 0;
        while (at < text.Length && LineAt(text, at).IsWhiteSpace())
            at = NextLine(text, at);
        if (at == text.Length || !IsDashes(LineAt(text, at)))
            return null;
        first = NextLine(text, at);
        for (at = first; at < text.Length; at = NextLine(text, at))
        {
            if (IsDashes(LineAt(text, at)) || LineAt(text, at).TrimEnd() is "...")
                return new FrontMatterBounds(first, at, NextLine(text, at));
        }

        return null;
    }

    /// <summary>Where front matter that is not closed should have been: the line after the keys; null where nothing says that the text has begun.</summary>
    /// <param name="text">The file.</param>
    /// <param name="from">The offset of the first key.</param>
    /// <param name="to">Where to give up.</param>
    /// <param name="atHeading">True to take only a heading for the text's beginning, which in YAML would be a comment.</param>
    internal static int? FindMissingEnd(string text, int from, int to, bool atHeading)
    {
        int? end = null;
        var isBlankBefore = false;
        for (var at = from; at < to; at = NextLine(text, at))
        {
            var line = LineAt(text, at);
            if (line is ['#', '#', ..] || (line is ['#', ..] && isBlankBefore))
                return end ?? at;
            isBlankBefore = line.IsWhiteSpace();
            end = isBlankBefore || line is ['#', ..] ? end ?? at : null;
            if (isBlankBefore && !atHeading)
                return end;
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
