using BotDigest.Formatting.Issues.Reading.Inlines;
using Markdig.Helpers;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Reads blocks of HTML: their text, with the tags that Telegram knows.</summary>
internal sealed class HtmlBlockReader(BlockReader blocks)
{
    private int _cardDepth;
    private bool _inQuote;
    private bool _inPre;

    internal void Read(HtmlBlock html, BlockSink sink)
    {
        if (html.Type == HtmlBlockType.Comment)
            return;
        _cardDepth = 0;
        var inlines = blocks.Inlines;
        var tokens = new HtmlTokens(html.Lines.ToString());
        while (tokens.Next())
        {
            if (tokens.Tag is { } written)
                ReadTag(new HtmlTag(written), html, sink);
            else if (_cardDepth == 0 && !inlines.Html.IsHiding)
                WriteText(HtmlHelper.Unescape(tokens.Text.ToString(), removeBackSlash: false));
        }

        inlines.Html.CloseTo(inlines, 0);
        Finish(sink);
    }

    private void ReadTag(HtmlTag tag, HtmlBlock html, BlockSink sink)
    {
        if (_cardDepth > 0 || PromoCard.IsCard(tag))
        {
            if (tag.Name == "div")
                _cardDepth += tag.IsEnd ? -1 : 1;
            return;
        }

        var writer = blocks.Inlines.Writer;
        switch (tag.Name)
        {
            case "blockquote" or "pre":
                blocks.Inlines.Html.CloseTo(blocks.Inlines, 0);
                Finish(sink);
                _inQuote = tag is { Name: "blockquote", IsEnd: false };
                _inPre = tag is { Name: "pre", IsEnd: false };
                break;
            case "code" when _inPre:
                break;
            case "li" when !tag.IsEnd:
                StartLine(writer);
                writer.AppendExactly("• ");
                break;
            case "td" or "th" when tag.IsEnd:
                writer.Append(" ");
                break;
            case "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "ul" or "ol" or "li" or "tr" or "table" or "hr" or "section" or "article" or "header"
                or "footer" or "details" or "summary" or "figure" or "figcaption" or "dl" or "dt" or "dd" or "center" or "td" or "th" or "tbody" or "thead":
                if (tag.Name is not ("td" or "th"))
                    StartLine(writer);
                break;
            default:
                blocks.Inlines.Html.Write(blocks.Inlines, tag, html);
                break;
        }
    }

    private void WriteText(string text)
    {
        var writer = blocks.Inlines.Writer;
        if (_inPre)
            writer.AppendCode(text);
        else
            writer.Append(text);
    }

    private static void StartLine(FormattedTextWriter writer)
    {
        if (!writer.Text.Trim().IsEmpty && writer.Text[^1] != '\n')
            writer.Line();
    }

    private void Finish(BlockSink sink)
    {
        var text = blocks.Inlines.Writer.Take();
        if (text.Length == 0)
            return;
        if (_inPre)
            sink.Add(new Block.Preformatted(text.Text, null));
        else if (_inQuote)
            sink.AddQuote(text);
        else
            sink.AddParagraph(text);
        _inPre = _inQuote = false;
    }
}
