using System.Collections.Immutable;
using System.Text;

namespace BotDigest.Formatting.Issues;

/// <summary>Stories as plain text, for search and logs.</summary>
public static class StoryText
{
    /// <summary>What stands under the headline: a line a block, labels on lines of their own.</summary>
    /// <param name="story">The story.</param>
    public static string Plain(Story story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var text = new StringBuilder();
        Append(text, story.Blocks);
        return text.ToString();
    }

    private static void Append(StringBuilder text, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (text.Length > 0)
                text.Append('\n');
            switch (block)
            {
                case Block.Paragraph paragraph:
                    text.Append(paragraph.Text.Text);
                    break;
                case Block.ListItem item:
                    text.Append(item.Text.Text);
                    break;
                case Block.Quote quote:
                    text.Append(quote.Text.Text);
                    break;
                case Block.Preformatted code:
                    text.Append(code.Text);
                    break;
                case Block.Labelled labelled:
                    text.Append(labelled.Label);
                    Append(text, labelled.Blocks);
                    break;
            }
        }
    }
}
