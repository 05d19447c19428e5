using System.Collections.Immutable;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Writes the blocks of a story.</summary>
/// <param name="target">Takes the text.</param>
internal sealed class BlockWriter(RunningText target)
{
    private const int ParagraphGap = 2;

    /// <summary>Writes blocks one after the other; a message may end before each but the first.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="section">The section that they stand in.</param>
    internal void Write(ImmutableArray<Block> blocks, int section) => Write(blocks, 0, null, section);

    /// <summary>Writes blocks after another one.</summary>
    internal void Write(ImmutableArray<Block> blocks, int first, Block? before, int section)
    {
        for (var i = first; i < blocks.Length; i++)
        {
            if (before is not null)
                target.Separate(GapBetween(before, blocks[i]));
            if (before is not null && BelongTogether(before, blocks[i]))
                target.HoldNext();
            else if (before is not null)
                target.Cut(CutLevel.Block, section);
            Write(blocks[i], section);
            before = blocks[i];
        }
    }

    private static int GapBetween(Block before, Block block) => (before, block) switch
    {
        (Block.Heading, _) => 1,
        (_, Block.Heading) or (Block.Paragraph or Block.ListItem, Block.Paragraph) => ParagraphGap,
        _ => 1,
    };

    /// <summary>True for a heading with what it heads, an item with the first one nested in it, and words that end in a colon with what they announce.</summary>
    private static bool BelongTogether(Block before, Block block) => (before, block) switch
    {
        (Block.Heading, _) => true,
        (Block.ListItem one, Block.ListItem other) => other.Depth > one.Depth,
        (Block.Paragraph paragraph, not Block.Paragraph) => paragraph.Text.Text.TrimEnd() is [.., ':' or '：'],
        _ => false,
    };

    private void Write(Block block, int section)
    {
        var text = target.Write();
        switch (block)
        {
            case Block.Paragraph paragraph:
                text.AppendFrom(paragraph.Text);
                break;
            case Block.Heading heading:
                text.AppendFrom(heading.Text);
                break;
            case Block.ListItem item:
                text.AppendFrom(item.Text);
                break;
            case Block.Quote quote:
                text.Open(EntityKind.Blockquote).AppendFrom(quote.Text).Close();
                break;
            case Block.Preformatted code:
                var monospace = FileText.PrepareCode(code.Text);
                if (code.HeaderLength > 0)
                    target.BeginTable(FileText.PrepareCode(code.Text[..code.HeaderLength]).Length, monospace.Length);
                text.Append(monospace, EntityKind.Pre, FileText.PrepareLanguage(code.Language));
                break;
            case Block.Labelled labelled:
                WriteLabelled(text, labelled, section);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, null);
        }
    }

    private void WriteLabelled(FormattedTextBuilder text, Block.Labelled labelled, int section)
    {
        text.Open(EntityKind.ExpandableBlockquote).Open(EntityKind.Bold).AppendFrom(labelled.Label).Close();
        if (!labelled.Blocks.IsEmpty)
        {
            target.Separate(1);
            target.HoldNext();
            Write(labelled.Blocks, section);
        }

        text.Close();
    }
}
