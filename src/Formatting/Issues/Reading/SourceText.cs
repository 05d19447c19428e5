namespace BotDigest.Formatting.Issues.Reading;

/// <summary>A file's text, with the lines and columns of its offsets.</summary>
internal sealed class SourceText(string text)
{
    private List<int>? _lineStarts;

    internal string Text { get; } = text;

    /// <summary>The line and column, from 1, of an offset; an offset outside the text is brought inside.</summary>
    internal (int Line, int Column) At(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        _lineStarts ??= FindLines(Text);
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The offset at which a line, from 1, begins; a line outside the text is brought inside.</summary>
    internal int OffsetOf(int line)
    {
        _lineStarts ??= FindLines(Text);
        return _lineStarts[Math.Clamp(line, 1, _lineStarts.Count) - 1];
    }

    private static List<int> FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; text.AsSpan(at).IndexOfAny('\r', '\n') is var end and >= 0;)
        {
            at += end + 1;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
                at++;
            starts.Add(at);
        }

        return starts;
    }
}
