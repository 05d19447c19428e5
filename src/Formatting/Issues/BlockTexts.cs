using System.Collections.Immutable;

namespace BotDigest.Formatting.Issues;

/// <summary>What blocks say, a text each: for whoever counts, searches or compares words and needs no formatting.</summary>
internal static class BlockTexts
{
    /// <summary>Adds the texts in the file's order; a labelled part gives its label, then its blocks.</summary>
    internal static void AddTo(List<string> texts, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            texts.Add(block switch
            {
                Block.Paragraph paragraph => paragraph.Text.Text,
                Block.Heading heading => heading.Text.Text,
                Block.ListItem item => item.Text.Text,
                Block.Quote quote => quote.Text.Text,
                Block.Preformatted code => code.Text,
                Block.Labelled labelled => labelled.Label,
                _ => throw new ArgumentOutOfRangeException(nameof(blocks), block, null),
            });
            if (block is Block.Labelled { Blocks: var inner })
                AddTo(texts, inner);
        }
    }
}
