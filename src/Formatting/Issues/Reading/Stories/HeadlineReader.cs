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
        if (link is null || link.NextSibling is not null && FindLink(link.NextSibling) is not null)
            return (ReadAll(inlines), link is null ? null : WebAddress.Accept(link.Url, out _));
        return ReadLinked(inlines, link);
    }

    /// <summary>A lead-in's headline.</summary>
    internal FormattedText Read(LeadIn lead)
    {
        var inlines = blocks.Inlines;
        inlines.PlainCode++;
        inlines.LinkDepth++;
        if (lead.Link is not null && lead.Bold is not null && lead.Link.NextSibling == lead.Bold)
        {
            inlines.Write(lead.Link.FirstChild);
            inlines.Write(lead.Bold.FirstChild);
        }
        else
        {
            inlines.Write(lead.Bold?.FirstChild);
            inlines.Write(lead.Link?.FirstChild);
        }

        inlines.PlainCode--;
        inlines.LinkDepth--;
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

    private static LinkInline? FindLink(ContainerInline container) => FindLink(container.FirstChild);

    private (FormattedText Text, string? Url) ReadLinked(ContainerInline inlines, LinkInline link)
    {
        var url = blocks.Inlines.Links.Address(link, link.Url);
        blocks.Inlines.LinkDepth += url is null ? 0 : 1;
        var text = ReadAll(inlines);
        blocks.Inlines.LinkDepth -= url is null ? 0 : 1;
        return (text, url);
    }

    private FormattedText ReadAll(ContainerInline inlines)
    {
        blocks.Inlines.PlainCode++;
        var whole = inlines.FirstChild is EmphasisInline { DelimiterCount: 2, DelimiterChar: not '~', NextSibling: null } bold ? bold.FirstChild : inlines.FirstChild;
        blocks.Inlines.Write(whole);
        blocks.Inlines.PlainCode--;
        return blocks.Inlines.Writer.Take();
    }
}
