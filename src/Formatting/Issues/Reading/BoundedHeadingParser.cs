using Markdig.Parsers;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Reads headings within <see cref="InlineLimits"/>.</summary>
internal sealed class BoundedHeadingParser : HeadingBlockParser
{
    public override bool Close(BlockProcessor processor, Node block) => InlineLimits.Refuses(processor, (LeafBlock)block) || base.Close(processor, block);
}
