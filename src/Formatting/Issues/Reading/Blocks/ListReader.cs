using System.Globalization;
using BotDigest.Formatting.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Reads lists: an item a line, with its mark and indentation.</summary>
internal sealed class ListReader(BlockReader blocks)
{
    /// <summary>Items deeper than that are indented no further: on a phone none of it would be left for words.</summary>
    private const int DeepestIndent = 16;

    private static readonly string[] Bullets = ["• ", "◦ ", "▪ "];

    /// <summary>Writes the white space before the mark of an item.</summary>
    internal static void Indent(FormattedTextWriter writer, int depth)
    {
        for (var i = 0; i < Math.Min(depth, DeepestIndent); i++)
            writer.AppendExactly("    ");
    }

    /// <summary>The mark of an item without a number.</summary>
    internal static string BulletOf(int depth) => Bullets[Math.Min(depth, Bullets.Length - 1)];

    internal void Read(ListBlock list, BlockSink sink, int depth)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is ListItemBlock)
                Read(list, i, sink, depth);
            else
                blocks.Read(list[i], sink);
        }
    }

    /// <summary>Reads an item's blocks after its first paragraph: a brief has taken that one as its headline and text.</summary>
    internal void ReadRest(ListItemBlock item, Node? first, BlockSink sink)
    {
        foreach (var child in item)
        {
            if (child == first)
                continue;
            if (child is ListBlock nested)
                Read(nested, sink, 1);
            else
                blocks.Read(child, sink);
        }
    }

    /// <summary>Reads the item at a place of a list.</summary>
    internal void Read(ListBlock list, int index, BlockSink sink, int depth)
    {
        var item = (ListItemBlock)list[index];
        var marked = false;
        foreach (var child in item)
        {
            switch (child)
            {
                case ListBlock nested:
                    AddMark(marked, list, index, sink, depth);
                    Read(nested, sink, depth + 1);
                    marked = true;
                    break;
                case ParagraphBlock { Inline: { } inlines }:
                    WriteMark(marked ? null : (list, index), inlines.FirstChild as TaskList, depth);
                    blocks.Inlines.Write(inlines.FirstChild is TaskList ? inlines.FirstChild.NextSibling : inlines.FirstChild);
                    sink.Add(new Issues.Block.ListItem(blocks.Inlines.Writer.TakeIndented(), depth));
                    marked = true;
                    break;
                case HeadingBlock { Inline: { } words } when !marked:
                    WriteMark((list, index), null, depth);
                    blocks.Inlines.WriteWithin(EntityKind.Bold, words);
                    sink.Add(new Issues.Block.ListItem(blocks.Inlines.Writer.TakeIndented(), depth));
                    marked = true;
                    break;
                case HtmlBlock { Type: HtmlBlockType.Comment } or ThematicBreakBlock:
                    blocks.Read(child, sink);
                    break;
                default:
                    AddMark(marked, list, index, sink, depth);
                    blocks.Read(child, sink);
                    marked = true;
                    break;
            }
        }
    }

    /// <summary>Adds the mark as a line of its own where the item begins with what cannot stand beside it.</summary>
    private void AddMark(bool marked, ListBlock list, int index, BlockSink sink, int depth)
    {
        if (marked)
            return;
        WriteMark((list, index), null, depth);
        sink.Add(new Issues.Block.ListItem(blocks.Inlines.Writer.TakeIndented(), depth));
    }

    private void WriteMark((ListBlock List, int Index)? marked, TaskList? task, int depth)
    {
        var writer = blocks.Inlines.Writer;
        Indent(writer, depth);
        if (marked is not var (list, index))
            writer.AppendExactly("  ");
        else if (list.IsOrdered)
            writer.AppendExactly(string.Create(CultureInfo.InvariantCulture, $"{((ListItemBlock)list[index]).Order}{list.OrderedDelimiter} "));
        else if (task is null)
            writer.AppendExactly(BulletOf(depth));
        if (task is not null)
            writer.AppendExactly(task.Checked ? "☑ " : "☐ ");
    }
}
