using BotDigest.Formatting.Issues.Reading.Blocks;
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
            WriteLead(link);
            WriteLead(lead.Bold);
        }
        else
        {
            WriteLead(lead.Bold);
            WriteLead(lead.Link);
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

    /// <summary>How many links a text holds.</summary>
    internal static int CountLinks(Inline? inline)
    {
        var count = 0;
        for (; inline is not null; inline = inline.NextSibling)
        {
            count += inline is LinkInline { IsImage: false } ? 1
                : inline is ContainerInline container ? CountLinks(container.FirstChild) : 0;
        }

        return count;
    }

    private static LinkInline? FindLink(ContainerInline container) => FindLink(container.FirstChild);

    private (FormattedText Text, string? Url) ReadLinked(ContainerInline inlines, LinkInline link)
    {
        if (WebAddress.Accept(link.Url, out _) is null)
            return (ReadAll(inlines), null);
        var url = blocks.Inlines.Links.Address(link, link.Url);
        blocks.Inlines.LinkDepth++;
        var text = ReadAll(inlines);
        blocks.Inlines.LinkDepth--;
        return (text.Length > 0 ? text : FormattedText.Plain(url!), url);
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
    private void WriteLead(ContainerInline? lead)
    {
        if (lead is null)
            return;
        if (lead is LinkInline link && WebAddress.Accept(link.Url, out _) is null)
        {
            blocks.Inlines.Write(link, link.NextSibling);
            return;
        }

        blocks.Inlines.LinkDepth++;
        blocks.Inlines.Write(Unwrap(lead));
        blocks.Inlines.LinkDepth--;
    }

    /// <summary>The first node within the bold or link that a node is, or that is all it holds.</summary>
    private static Inline? Unwrap(ContainerInline? container)
    {
        var first = container?.FirstChild;
        while (first is { NextSibling: null } and (EmphasisInline { DelimiterCount: 2, DelimiterChar: not '~' } or LinkInline { IsImage: false, IsAutoLink: false })
            && !(first is LinkInline link && WebAddress.Accept(link.Url, out _) is null))
            first = ((ContainerInline)first).FirstChild;
        return first;
    }
}
