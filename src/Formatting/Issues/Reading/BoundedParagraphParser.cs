using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Reads paragraphs, and headings that are underlined, within <see cref="InlineLimits"/>. Lines right above or below a table are paragraphs of their own.</summary>
internal sealed class BoundedParagraphParser : ParagraphBlockParser
{
    public override bool Close(BlockProcessor processor, Node block)
    {
        var leaf = (LeafBlock)block;
        if (InlineLimits.Refuses(processor, leaf))
            return true;
        if (leaf is ParagraphBlock { Parent: { } parent } paragraph && TableLines.FindDivisions(paragraph.Lines) is { Count: > 0 } divisions)
            Divide(processor, paragraph, parent, divisions);
        return base.Close(processor, block);
    }

    /// <summary>Leaves a paragraph the lines up to the first division; those from each one on become a paragraph of their own behind it.</summary>
    private void Divide(BlockProcessor processor, ParagraphBlock paragraph, ContainerBlock parent, List<int> divisions)
    {
        var place = parent.LastChild == paragraph ? parent.Count : parent.IndexOf(paragraph) + 1;
        for (var i = 0; i < divisions.Count; i++)
        {
            var part = PartOf(paragraph, divisions[i], i + 1 < divisions.Count ? divisions[i + 1] : paragraph.Lines.Count);
            parent.Insert(place++, part);
            if (!base.Close(processor, part))
                parent.RemoveAt(--place);
        }

        while (paragraph.Lines.Count > divisions[0])
            paragraph.Lines.RemoveAt(paragraph.Lines.Count - 1);
        paragraph.Span.End = EndOf(paragraph, divisions[0] - 1);
    }

    private ParagraphBlock PartOf(ParagraphBlock paragraph, int from, int to)
    {
        ref readonly var first = ref paragraph.Lines.Lines[from];
        var part = new ParagraphBlock(this) { Line = first.Line, Column = first.Column, Span = new SourceSpan(first.Position, EndOf(paragraph, to - 1)), IsOpen = false, Lines = new StringLineGroup(to - from) };
        for (var i = from; i < to; i++)
            part.Lines.Add(paragraph.Lines.Lines[i]);
        return part;
    }

    private static int EndOf(ParagraphBlock paragraph, int line) => paragraph.Lines.Lines[line].Position + paragraph.Lines.Lines[line].Slice.Length - 1;
}
