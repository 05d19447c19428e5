using Markdig.Parsers;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>Reads lists. A number that repeats the one before it counts on, for many write <c>1.</c> before each item; any other stands as it is written.</summary>
internal sealed class CountingListParser : ListBlockParser
{
    public override bool Close(BlockProcessor processor, Node block)
    {
        if (block is ListBlock { IsOrdered: true } list)
            CountOn(list);
        return base.Close(processor, block);
    }

    private static void CountOn(ListBlock list)
    {
        var (written, shown) = (-1, -1);
        foreach (var child in list)
        {
            if (child is not ListItemBlock item)
                continue;
            shown = item.Order == written ? shown + 1 : item.Order;
            written = item.Order;
            item.Order = shown;
        }
    }
}
