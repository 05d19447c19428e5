using BotDigest.Formatting.Text;
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
        if (Label.At(start) is not { } label || label.Read(inlines) is not { } words)
        {
            inlines.Write(start, end);
            AddText(inlines.Writer, sink, labelled: false);
            return;
        }

        UsualLabels.Check(words, label.Node, blocks.Context);
        sink.OpenLabel(words);
        inlines.Write(label.Rest, end);
        AddText(inlines.Writer, sink, labelled: true);
    }

    private static void AddText(FormattedTextWriter writer, BlockSink sink, bool labelled)
    {
        var hasListLines = writer.HasListLines;
        var text = writer.Take();
        if (labelled && text.Length > 0 && Label.IsColon(text.Text[0]))
            text = TextSlice.From(text, 1);
        if (hasListLines || (labelled && ListLine.Begins(text.Text)))
            AddLines(text, sink);
        else
            sink.AddParagraph(text);
    }

    /// <summary>Adds the lines that read as list items as such, what stands before them as a paragraph.</summary>
    private static void AddLines(FormattedText text, BlockSink sink)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            do
            {
                var next = text.Text.IndexOf('\n', end + 1);
                end = next < 0 ? text.Length : next;
            }
            while (end < text.Length && !ListLine.Begins(text.Text.AsSpan(end + 1)));

            var line = TextSlice.Of(text, start, end);
            if (ListLine.Begins(line.Text))
                sink.Add(new Block.ListItem(line, 0));
            else
                sink.AddParagraph(line);
            start = end + 1;
        }
    }
}
