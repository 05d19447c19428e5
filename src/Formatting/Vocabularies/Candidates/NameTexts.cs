using System.Collections.Immutable;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>The texts of a story in which names are looked for: all but code and written-out addresses, in usual width.</summary>
internal static class NameTexts
{
    internal static IEnumerable<string> Of(Story story) => [Text(story.Headline), .. Of(story.Blocks)];

    private static IEnumerable<string> Of(ImmutableArray<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Block.Paragraph paragraph => [Text(paragraph.Text)],
        Block.Heading heading => [Text(heading.Text)],
        Block.ListItem item => [Text(item.Text)],
        Block.Quote quote => [Text(quote.Text)],
        Block.Preformatted { Language: null } table => [Text(FormattedText.Plain(table.Text))],
        Block.Preformatted => [],
        Block.Labelled labelled => Of(labelled.Blocks),
        _ => throw new ArgumentOutOfRangeException(nameof(blocks), block, null),
    });

    private static string Text(FormattedText text)
    {
        var characters = text.Text.ToCharArray();
        foreach (var entity in text.Entities)
        {
            if (entity.Kind is EntityKind.Code or EntityKind.Pre || (entity.Kind == EntityKind.TextLink && IsAddress(text.Text.AsSpan(entity.Offset, entity.Length))))
                characters.AsSpan(entity.Offset, entity.Length).Fill('\n');
        }

        for (var i = 0; i < characters.Length; i++)
            characters[i] = NameFolding.Narrow(characters[i]);
        return new string(characters);
    }

    private static bool IsAddress(ReadOnlySpan<char> words) => words.Contains("://", StringComparison.Ordinal) || words.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || words.Contains('@');
}
