using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Reads a paragraph; each line of it that begins with a label opens a labelled part.</summary>
internal static class ParagraphReader
{
    internal static void Read(BlockReader blocks, ParagraphBlock paragraph, BlockSink sink)
    {
        var start = paragraph.Inline?.FirstChild;
        while (start is not null)
        {
            var end = NextLabelledLine(start);
            ReadPart(blocks, start, end, sink);
            start = end?.NextSibling;
        }
    }

    /// <summary>The line break before the next label, or null.</summary>
    private static LineBreakInline? NextLabelledLine(Inline start)
    {
        for (Inline? inline = start; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LineBreakInline line && Label.At(line.NextSibling) is not null)
                return line;
        }

        return null;
    }

    private static void ReadPart(BlockReader blocks, Inline start, Inline? end, BlockSink sink)
    {
        var inlines = blocks.Inlines;
        if (Label.At(start) is not { } bold || Label.WordsOf(inlines, bold) is not { } label)
        {
            inlines.Write(start, end);
            sink.AddParagraph(inlines.Writer.Take());
            return;
        }

        sink.OpenLabel(label);
        inlines.Write(bold.NextSibling, end);
        var text = inlines.Writer.Take();
        sink.AddParagraph(text.Text.StartsWith('：') || text.Text.StartsWith(':') ? TextSlice.From(text, 1) : text);
    }
}
