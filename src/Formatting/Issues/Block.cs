using System.Collections.Immutable;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Issues;

/// <summary>A piece of a story that keeps together where it can: the unit at which a story too long for a message is split.</summary>
public abstract record Block
{
    /// <summary>A paragraph; an image alone or other text that stands by itself is one too.</summary>
    /// <param name="Text">Its text; may hold line breaks.</param>
    public sealed record Paragraph(FormattedText Text) : Block;

    /// <summary>A heading deeper than a story's; no message ends with it.</summary>
    /// <param name="Text">Its text, in bold.</param>
    public sealed record Heading(FormattedText Text) : Block;

    /// <summary>One item of a list, of any depth.</summary>
    /// <param name="Text">The line as it is shown, with its indentation and mark (<c>• </c>, <c>◦ </c>, <c>▪ </c>, <c>1. </c>, <c>☐ </c>).</param>
    /// <param name="Depth">0 for the outermost list.</param>
    public sealed record ListItem(FormattedText Text, int Depth) : Block;

    /// <summary>A block quote; nested ones are flattened into its text with a mark.</summary>
    /// <param name="Text">Its text.</param>
    public sealed record Quote(FormattedText Text) : Block;

    /// <summary>Monospace text: a code block, or a table set in columns.</summary>
    /// <param name="Text">The lines, without a final line break.</param>
    /// <param name="Language">The language of the code, or null.</param>
    public sealed record Preformatted(string Text, string? Language) : Block
    {
        /// <summary>How much of the text is a table's headers, the line under them and its break included: repeated where the table goes on in the next message. 0 for other text.</summary>
        public int HeaderLength { get; init; }
    }

    /// <summary>A labelled part (analysis, impact): shown as one expandable block quote, its label in bold.</summary>
    /// <param name="Label">The label without its colon, for example 深度解读 &amp; 洞察.</param>
    /// <param name="Blocks">What stands under the label, up to the next label, heading or rule.</param>
    public sealed record Labelled(string Label, ImmutableArray<Block> Blocks) : Block;
}
