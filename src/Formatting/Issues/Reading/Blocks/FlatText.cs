using System.Collections.Immutable;
using System.Text;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Blocks set as one text, a line a block: for quotes and notes, which hold text only.</summary>
internal static class FlatText
{
    /// <summary>Stands before each line of a quote within a quote.</summary>
    private const string NestedMark = "┃ ";

    internal static FormattedText Of(ImmutableArray<Block> blocks, string prefix = "")
    {
        var text = new StringBuilder(prefix);
        var entities = ImmutableArray.CreateBuilder<TextEntity>();
        foreach (var block in blocks)
        {
            if (text.Length > prefix.Length)
                text.Append('\n');
            Append(text, entities, block);
        }

        return new FormattedText(text.ToString(), entities.ToImmutable());
    }

    /// <summary>The text of a quote within another, with the mark before each line; entities that run over a line's end take the mark in.</summary>
    internal static FormattedText Nested(FormattedText text)
    {
        var lines = text.Text.Replace("\n", "\n" + NestedMark, StringComparison.Ordinal);
        var entities = ImmutableArray.CreateBuilder<TextEntity>(text.Entities.Length);
        foreach (var entity in text.Entities)
        {
            var start = Shifted(text.Text, entity.Offset);
            entities.Add(entity with { Offset = start, Length = Shifted(text.Text, entity.End - 1) + 1 - start });
        }

        return new FormattedText(NestedMark + lines, entities.ToImmutable());
    }

    private static void Append(StringBuilder text, ImmutableArray<TextEntity>.Builder entities, Block block)
    {
        switch (block)
        {
            case Block.Paragraph paragraph:
                Append(text, entities, paragraph.Text);
                break;
            case Block.Heading heading:
                Append(text, entities, heading.Text);
                break;
            case Block.ListItem item:
                Append(text, entities, item.Text);
                break;
            case Block.Preformatted code:
                entities.Add(new TextEntity(EntityKind.Pre, text.Length, code.Text.Length, code.Language));
                text.Append(code.Text);
                break;
            case Block.Quote quote:
                Append(text, entities, Nested(quote.Text));
                break;
            case Block.Labelled labelled:
                entities.Add(new TextEntity(EntityKind.Bold, text.Length, labelled.Label.Length));
                text.Append(labelled.Label);
                foreach (var inner in labelled.Blocks)
                {
                    text.Append('\n');
                    Append(text, entities, inner);
                }

                break;
        }
    }

    private static void Append(StringBuilder text, ImmutableArray<TextEntity>.Builder entities, FormattedText piece)
    {
        foreach (var entity in piece.Entities)
            entities.Add(entity with { Offset = entity.Offset + text.Length });
        text.Append(piece.Text);
    }

    private static int Shifted(string text, int offset) => offset + (NestedMark.Length * (text.AsSpan(0, offset).Count('\n') + 1));
}
