using BotDigest.Formatting.Issues.Reading.Blocks;
using BotDigest.Formatting.Issues.Reading.Inlines;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Stories;

/// <summary>Reads headlines: without the link and the bold round them, and without code, which neither may hold.</summary>
internal sealed class HeadlineReader(BlockReader blocks)
{
    /// <summary>A heading's text and the address of its link.</summary>
    internal (FormattedText Text, string? Url) Read(HeadingBlock heading)
    {
        if (heading.Inline is not { } inlines)
            return (FormattedText.Empty, null);
        var link = FindLink(inlines);
        if (link is null || CountLinks(inlines.FirstChild) > 1)
            return (ReadAll(inlines), link is null ? null : WebAddress.Accept(link.Url, out _));
        return ReadLinked(inlines, link);
    }

    /// <summary>A lead-in's headline.</summary>
    internal FormattedText Read(LeadIn lead)
    {
        var inlines = blocks.Inlines;
        inlines.PlainCode++;
        if (lead.HasSeveralLinks)
            WriteLinks(lead);
        else if (lead.Link is { } link && link.NextSibling == lead.Bold)
        {
            WriteLead(link, lead.StoryLink);
            WriteLead(lead.Bold, lead.StoryLink);
        }
        else
        {
            WriteLead(lead.Bold, lead.StoryLink);
            WriteLead(lead.Link, lead.StoryLink);
        }

        inlines.PlainCode--;
        return inlines.Writer.Take();
    }

    /// <summary>The one link of a text; with several the first.</summary>
    internal static LinkInline? FindLink(Inline? inline)
    {
        for (; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LinkInline { IsImage: false } link)
                return link;
            if (inline is ContainerInline container && FindLink(container.FirstChild) is { } inner)
                return inner;
        }

        return null;
    }

    /// <summary>How many links a text holds up to a node, those of HTML and pictures among them.</summary>
    internal static int CountLinks(Inline? inline, Inline? end = null)
    {
        var count = 0;
        for (; inline is not null && inline != end; inline = inline.NextSibling)
        {
            count += inline switch
            {
                LinkInline => 1,
                HtmlInline html when HtmlTags.BeginsLink(html) => 1,
                ContainerInline container => CountLinks(container.FirstChild),
                _ => 0,
            };
        }

        return count;
    }

    /// <summary>True for a text of nothing but marks that emphasise nothing.</summary>
    internal static bool IsWordless(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is not LiteralInline literal || literal.Content.AsSpan().ContainsAnyExcept("*_~ "))
                return false;
        }

        return true;
    }

    private static LinkInline? FindLink(ContainerInline container) => FindLink(container.FirstChild);

    private (FormattedText Text, string? Url) ReadLinked(ContainerInline inlines, LinkInline link)
    {
        if (WebAddress.Accept(link.Url, out _) is null)
            return (ReadAll(inlines), null);
        var url = blocks.Inlines.Links.Address(link, link.Url);
        EnterStoryLink(link);
        var text = ReadAll(inlines);
        LeaveStoryLink();
        if (text.Length > 0)
            return (text, url);
        blocks.Context.Report(ProblemKinds.EmptyHeadline, inlines.ParentBlock!);
        return (FormattedText.Plain(url!), url);
    }

    private FormattedText ReadAll(ContainerInline inlines)
    {
        blocks.Inlines.PlainCode++;
        blocks.Inlines.Write(Unwrap(inlines));
        blocks.Inlines.PlainCode--;
        return blocks.Inlines.Writer.Take();
    }

    /// <summary>Writes a lead-in that holds several links, all of them as links.</summary>
    private void WriteLinks(LeadIn lead)
    {
        var linkFirst = lead.Link is not null && lead.Link.NextSibling == lead.Bold;
        if (linkFirst)
            blocks.Inlines.Write(lead.Link, lead.Bold);
        blocks.Inlines.Write(lead.Bold?.FirstChild);
        if (!linkFirst && lead.Link is { } link)
            blocks.Inlines.Write(link, link.NextSibling);
    }

    /// <summary>Writes the words of a bold text or link; a link that Telegram would drop keeps its address beside them.</summary>
    private void WriteLead(ContainerInline? lead, LinkInline? storyLink)
    {
        if (lead is null)
            return;
        if (storyLink is null || WebAddress.Accept(storyLink.Url, out _) is null)
        {
            blocks.Inlines.Write(lead is LinkInline ? lead : Unwrap(lead), lead is LinkInline ? lead.NextSibling : null);
            return;
        }

        EnterStoryLink(storyLink);
        blocks.Inlines.Write(Unwrap(lead));
        LeaveStoryLink();
    }

    private void EnterStoryLink(LinkInline link)
    {
        blocks.Inlines.StoryLink = link;
        blocks.Inlines.LinkDepth++;
    }

    private void LeaveStoryLink()
    {
        blocks.Inlines.StoryLink = null;
        blocks.Inlines.LinkDepth--;
    }

    /// <summary>The first node within the bold or link that a node is, or that is all it holds.</summary>
    private Inline? Unwrap(ContainerInline? container)
    {
        var first = container?.FirstChild;
        while (first is { NextSibling: null } and (EmphasisInline { DelimiterCount: 2, DelimiterChar: not '~' } or LinkInline { IsImage: false, IsAutoLink: false })
            && !(first is LinkInline link && link != blocks.Inlines.StoryLink && WebAddress.Accept(link.Url, out _) is null))
            first = ((ContainerInline)first).FirstChild;
        return first;
    }
}
