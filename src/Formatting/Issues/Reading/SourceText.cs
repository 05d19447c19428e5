namespace BotDigest.Formatting.Issues.Reading;

/// <summary>A file's text, with the lines and columns of its offsets.</summary>
internal sealed class SourceText(string text)
{
    private readonly List<int> _lineStarts = [0];
    private int _readUpTo;

    internal string Text { get; } = text;

    /// <summary>The line and column, from 1, of an offset; an offset outside the text is brought inside.</summary>
    internal (int Line, int Column) At(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        FindLines(offset);
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>The column, from 1, of an offset: all that is read for it is the line up to there.</summary>
    internal int ColumnOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        return offset - Text.AsSpan(0, offset).LastIndexOfAny('\r', '\n');
    }

    /// <summary>The offset at which a line, from 1, begins; a line outside the text is brought inside.</summary>
    internal int OffsetOf(int line)
    {
        FindLines(Text.Length);
        return _lineStarts[Math.Clamp(line, 1, _lineStarts.Count) - 1];
    }

    /// <summary>Finds the lines that begin up to an offset: mostly only the beginning of the file is asked for.</summary>
    private void FindLines(int offset)
    {
        while (_readUpTo <= offset && Text.AsSpan(_readUpTo).IndexOfAny('\r', '\n') is var end and >= 0)
        {
            _readUpTo += end + 1;
            if (Text[_readUpTo - 1] == '\r' && _readUpTo < Text.Length && Text[_readUpTo] == '\n')
                _readUpTo++;
            _lineStarts.Add(_readUpTo);
        }
    }
}
