using BotDigest.Formatting.Issues.Reading.Inlines;
using BotDigest.Formatting.Problems;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>The card that invites readers to the channel; on the channel itself it is dropped.</summary>
internal sealed class PromoCard(ReadingContext context)
{
    private int _depth;
    private int _begin;

    /// <summary>True for the tag that begins the card.</summary>
    internal static bool IsCard(HtmlTag tag) =>
        tag is { Name: "div", IsEnd: false } && tag.Attribute("class") is { } names && names.Split(' ').Contains("telegram-card");

    /// <summary>True where a block belongs to the card and holds nothing else; blocks are to be asked in order.</summary>
    internal bool Covers(Node block)
    {
        // A card that is never closed must not swallow the stories after it.
        if (block is HeadingBlock)
            End();
        if (block is not HtmlBlock html)
            return _depth > 0;
        var began = _depth > 0;
        var other = false;
        var tokens = new HtmlTokens(html.Lines.ToString());
        var places = new LinePlaces(html.Lines);
        while (tokens.Next())
        {
            var inside = _depth > 0;
            if (tokens.Tag is { } written && new HtmlTag(written) is { Name: "div" } tag && (inside || IsCard(tag)))
            {
                _depth = Math.Max(0, _depth + (tag.IsEnd ? -1 : 1));
                _begin = inside ? _begin : places.Of(tokens.Start);
            }
            else if (!inside)
                other |= tokens.Tag is not null || !tokens.Text.Trim().IsEmpty;
            began |= _depth > 0;
        }

        return began && !other;
    }

    /// <summary>Ends a card that is still open, and reports it.</summary>
    internal void End()
    {
        if (_depth > 0)
            context.Report(ProblemKinds.UnclosedCard, _begin);
        _depth = 0;
    }
}
