namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>Addresses that stand in text as they are. In Chinese text nothing but a full stop or the next word tells where they end.</summary>
internal static class BareAddress
{
    private const string Web = "www.";

    /// <summary>The first <c>http://</c>, <c>https://</c> or <c>www.</c> address; a length of 0 where there is none.</summary>
    internal static (int Start, int Length) Find(ReadOnlySpan<char> text)
    {
        // One look for what either begins with: most texts hold neither.
        if (!text.ContainsAny(':', 'w'))
            return (0, 0);
        var whole = FindWhole(text);
        var web = FindWeb(whole.Length == 0 ? text : text[..whole.Start]);
        return web.Length > 0 ? web : whole;
    }

    private static (int Start, int Length) FindWhole(ReadOnlySpan<char> text)
    {
        var from = 0;
        while (text[from..].IndexOf("://", StringComparison.Ordinal) is var colon and >= 0)
        {
            colon += from;
            var start = text[..colon].EndsWith("https", StringComparison.Ordinal) ? colon - 5 : text[..colon].EndsWith("http", StringComparison.Ordinal) ? colon - 4 : -1;
            if (start >= 0 && !(start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])))
            {
                var length = LengthOf(text[start..]);
                if (length > colon + 3 - start)
                    return (start, length);
            }

            from = colon + 3;
        }

        return (0, 0);
    }

    private static (int Start, int Length) FindWeb(ReadOnlySpan<char> text)
    {
        for (var from = 0; text[from..].IndexOf(Web, StringComparison.Ordinal) is var at and >= 0; from += Web.Length)
        {
            from += at;
            if (from > 0 && (char.IsAsciiLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '/' or '-' or '@'))
                continue;
            var length = LengthOf(text[from..]);
            if (text.Slice(from, length).Count('.') > 1)
                return (from, length);
        }

        return (0, 0);
    }

    /// <summary>How much of a text that begins with an address belongs to it.</summary>
    internal static int LengthOf(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && Continues(text, end))
            end++;
        end = TrimMarks(text, end);
        while (end > 0 && (Closes(text[..end], '(', ')') || Closes(text[..end], '[', ']')))
            end--;
        return end > 0 && text[end - 1] == '(' ? TrimMarks(text, end - 1) : end;
    }

    private static int TrimMarks(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && text[end - 1] is '.' or ',' or ':' or ';' or '!' or '?' or '\'' or '"' or '*' or '_' or '~')
            end--;
        return end;
    }

    /// <summary>True where a text ends with a bracket that nothing in it opens.</summary>
    private static bool Closes(ReadOnlySpan<char> text, char open, char close) => text[^1] == close && text.Count(close) > text.Count(open);

    private static bool Continues(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c is <= ' ' or '<' or '>' or '"' or '`' or '|' or '\\' or '^' or '{' or '}' or '\u007F')
            return false;
        if (c < '\u0080')
            return true;

        // A Chinese word belongs to a path that names it (/wiki/中国, /wiki/甲_(乙)), not to an address that it follows (https://x.ai了解).
        return char.IsLetterOrDigit(c) && at > 0 && (text[at - 1] is '/' or '=' or '_' or '-' or '%' or '#' || text[at - 1] >= '\u0080' || text[..at].EndsWith("_(", StringComparison.Ordinal)) && text[..at].LastIndexOf('/') > 7;
    }
}
