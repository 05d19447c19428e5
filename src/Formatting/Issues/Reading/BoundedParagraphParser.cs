using Markdig.Parsers;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Reads paragraphs, and headings that are underlined, within <see cref="InlineLimits"/>.</summary>
internal sealed class BoundedParagraphParser : ParagraphBlockParser
{
    public override bool Close(BlockProcessor processor, Node block) => InlineLimits.Refuses(processor, (LeafBlock)block) || base.Close(processor, block);
}
