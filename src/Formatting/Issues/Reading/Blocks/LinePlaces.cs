using Markdig.Helpers;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Where the characters of a block stand in the text that was parsed; they are to be asked in order.</summary>
/// <param name="lines">The block's lines.</param>
internal struct LinePlaces(StringLineGroup lines)
{
    private int _line;
    private int _lineStart;

    /// <summary>The place of a character, by its offset in the lines set as one text.</summary>
    internal int Of(int offset)
    {
        while (_line + 1 < lines.Count && offset > _lineStart + lines.Lines[_line].Slice.Length)
            _lineStart += lines.Lines[_line++].Slice.Length + 1;
        return lines.Count == 0 ? 0 : lines.Lines[_line].Slice.Start + offset - _lineStart;
    }
}
