using System.Globalization;
using BotDigest.Formatting.Issues.Reading.Inlines;
using BotDigest.Formatting.Problems;
using Markdig.Helpers;
using Markdig.Syntax;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Reads blocks of HTML: their text, with the tags that Telegram knows.</summary>
internal sealed class HtmlBlockReader(BlockReader blocks)
{
    private const string CellGap = " | ";
    private const string CommentEnd = "-->";

    /// <summary>The tags that end a block in which blank lines do not.</summary>
    private static readonly string[] VerbatimEnds = ["</pre>", "</script>", "</style>", "</textarea>"];

    /// <summary>The lists that are open, each with the number of its last item, or null where items have none.</summary>
    private readonly Stack<int?> _lists = new();
    private int _cardDepth;
    private bool _inQuote;
    private bool _inPre;

    /// <summary>True for a comment with nothing after it, which says nothing to readers.</summary>
    internal static bool IsRemark(Node block)
    {
        if (block is not HtmlBlock { Type: HtmlBlockType.Comment } html)
            return false;
        var text = html.Lines.ToString().AsSpan().TrimEnd();
        return text.IndexOf(CommentEnd, StringComparison.Ordinal) is var end and >= 0 && end + CommentEnd.Length == text.Length;
    }

    internal void Read(HtmlBlock html, BlockSink sink)
    {
        var text = html.Lines.ToString();
        if (html.Type == HtmlBlockType.Comment)
        {
            var end = text.IndexOf(CommentEnd, StringComparison.Ordinal);
            if (end < 0)
            {
                blocks.Context.Report(ProblemKinds.HiddenText, html, "<!--");
                return;
            }

            text = text[(end + CommentEnd.Length)..];
        }

        _cardDepth = 0;
        _lists.Clear();
        _inPre = _inQuote = false;
        var inlines = blocks.Inlines;
        var tokens = new HtmlTokens(text);
        while (tokens.Next())
        {
            if (tokens.Tag is { } written && !HtmlTag.IsSection(written))
                ReadTag(new HtmlTag(written), html, sink);
            else if (_cardDepth == 0 && inlines.Html.Hiding is null)
                WriteText(tokens.Tag is null ? HtmlHelper.Unescape(tokens.Text.ToString(), removeBackSlash: false) : HtmlTag.SectionText(tokens.Tag));
        }

        CheckClosed(html, text);
        inlines.Html.CloseTo(inlines, 0);
        Finish(sink);
    }

    /// <summary>Reports a script or style that is not closed in its block, and other tags that take in all that follows.</summary>
    private void CheckClosed(HtmlBlock html, string text)
    {
        if (_cardDepth > 0)
            blocks.Context.Report(ProblemKinds.UnclosedCard, html);
        if (blocks.Inlines.Html.Hiding is { } hiding)
            blocks.Context.Report(ProblemKinds.HiddenText, html, $"<{hiding}>");
        else if (html.Type == HtmlBlockType.ScriptPreOrStyle && !Array.Exists(VerbatimEnds, end => text.Contains(end, StringComparison.OrdinalIgnoreCase)))
            blocks.Context.Report(ProblemKinds.UnclosedBlock, html, $"<{new HtmlTag(text.AsSpan().TrimStart()).Name}>");
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
            case "ul" or "ol":
                StartLine(writer);
                if (!tag.IsEnd)
                    _lists.Push(tag.Name == "ol" ? 0 : null);
                else
                    _lists.TryPop(out _);
                break;
            case "li" when !tag.IsEnd:
                StartLine(writer);
                StartItem(writer);
                break;
            case "td" or "th":
                if (!tag.IsEnd && writer.Text.TrimEnd(' ') is [.., not '\n'])
                    writer.Append(CellGap);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                if (!tag.IsEnd)
                    StartLine(writer);
                blocks.Inlines.Html.Write(blocks.Inlines, tag, html);
                if (tag.IsEnd)
                    StartLine(writer);
                break;
            case "p" or "div" or "li" or "tr" or "table" or "hr" or "section" or "article" or "header"
                or "footer" or "details" or "summary" or "figure" or "figcaption" or "dl" or "dt" or "dd" or "center" or "tbody" or "thead":
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

    private void StartItem(FormattedTextWriter writer)
    {
        var depth = Math.Max(0, _lists.Count - 1);
        ListReader.Indent(writer, depth);
        if (_lists.TryPop(out var number))
            _lists.Push(number + 1);
        writer.AppendExactly(number is null ? ListReader.BulletOf(depth) : string.Create(CultureInfo.InvariantCulture, $"{number + 1}. "));
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
