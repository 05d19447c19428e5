using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading.Stories;

/// <summary>Decides whether a third-level heading without a link is a story or groups the briefs under it.</summary>
internal static class HeadingDecision
{
    /// <summary>A lead-in of more characters is a headline, not the key of a fact.</summary>
    internal const int LongestFact = 8;

    /// <summary>True for a story.</summary>
    internal static bool IsStory(IReadOnlyList<Node> blocks, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (blocks[i] is ThematicBreakBlock or BlankLineBlock)
                continue;
            if (blocks[i] is not ListBlock list || HasNestedList(list))
                return true;
        }

        for (var i = from; i < to; i++)
        {
            if (blocks[i] is ListBlock list && HasHeadlines(list))
                return false;
        }

        return true;
    }

    private static bool HasNestedList(ListBlock list)
    {
        foreach (var item in list)
        {
            foreach (var child in (ListItemBlock)item)
            {
                if (child is ListBlock)
                    return true;
            }
        }

        return false;
    }

    private static bool HasHeadlines(ListBlock list)
    {
        foreach (var item in list)
        {
            if (LeadIn.Of((ListItemBlock)item) is { } lead && lead.IsLongerThan(LongestFact) && lead.StandsApart())
                return true;
        }

        return false;
    }
}
