using System.Text;
using Markdig.Parsers;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Leaves paragraphs over 16 KiB unparsed: Markdig's time grows with the square of a hostile one.</summary>
internal sealed class BoundedParagraphParser : ParagraphBlockParser
{
    internal const int MaximumBytes = 16 * 1024;

    /// <summary>The document's note of the first paragraph that was left unparsed.</summary>
    internal static readonly object LongestKey = new();

    public override bool Close(BlockProcessor processor, Node block)
    {
        if (block is not ParagraphBlock paragraph || SizeOf(paragraph) <= MaximumBytes)
            return base.Close(processor, block);
        paragraph.ProcessInlines = false;
        if (processor.Document.GetData(LongestKey) is null)
            processor.Document.SetData(LongestKey, paragraph);
        return true;
    }

    internal static int SizeOf(ParagraphBlock paragraph)
    {
        var lines = paragraph.Lines;
        var size = 0;
        for (var i = 0; i < lines.Count; i++)
            size += lines.Lines[i].Slice.Length + 1;

        // Only where the characters, at most three bytes each, could exceed the limit are bytes worth counting.
        if (size * 3 <= MaximumBytes)
            return size;
        size = 0;
        for (var i = 0; i < lines.Count; i++)
            size += Encoding.UTF8.GetByteCount(lines.Lines[i].Slice.AsSpan()) + 1;
        return size;
    }
}
