using System.Globalization;
using BotDigest.Formatting.Issues.Reading.Inlines;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Node = Markdig.Syntax.Block;

namespace BotDigest.Formatting.Issues.Reading.Blocks;

/// <summary>Reads blocks of HTML: their text, with the tags that Telegram knows.</summary>
internal sealed class HtmlBlockReader(BlockReader blocks)
{
    private const string CellGap = " | ";
    private const string LanguagePrefix = "language-";
    private const string CommentEnd = "-->";

    /// <summary>The tags that end a block in which blank lines do not.</summary>
    private static readonly string[] VerbatimEnds = ["</pre>", "</script>", "</style>", "</textarea>"];

    /// <summary>Deeper ones are no quotes that anybody can read.</summary>
    private const int DeepestQuote = 16;

    /// <summary>The lists that are open, each with the number of its last item, or null where items have none.</summary>
    private readonly Stack<long?> _lists = new();

    /// <summary>What the quotes that are open stand in, each in the one before.</summary>
    private readonly Stack<BlockSink> _outer = new();
    private BlockSink _sink = new();
    private int _cardDepth;
    private int _cardPlace;
    private bool _inPre;
    private string? _language;
    private bool _inRow;
    private int _column;

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
        var from = 0;
        if (html.Type == HtmlBlockType.Comment)
        {
            var end = text.IndexOf(CommentEnd, StringComparison.Ordinal);
            if (end < 0)
            {
                blocks.Context.Report(ProblemKinds.HiddenText, html, "<!--");
                return;
            }

            from = end + CommentEnd.Length;
            text = text[from..];
        }

        Begin(sink);
        var inlines = blocks.Inlines;
        var tokens = new HtmlTokens(text);
        var places = new LinePlaces(html.Lines);
        while (tokens.Next())
        {
            if (tokens.Tag is { } written && !HtmlTag.IsSection(written))
                ReadTag(new HtmlTag(written), new HtmlInline(written) { Span = new SourceSpan(places.Of(from + tokens.Start), places.Of(from + tokens.Start)) });
            else if (_cardDepth == 0 && inlines.Html.Hiding is null)
                WriteText(tokens.Tag is null ? HtmlHelper.Unescape(tokens.Text.ToString(), removeBackSlash: false) : HtmlTag.SectionText(tokens.Tag));
        }

        CheckClosed(html, text);
        inlines.Html.CloseTo(inlines, 0);
        Finish();
        while (_outer.Count > 0)
            EndQuote();
    }

    private void Begin(BlockSink sink)
    {
        _sink = sink;
        _outer.Clear();
        _lists.Clear();
        _cardDepth = 0;
        _inPre = false;
        _inRow = false;
    }

    /// <summary>Reports a script or style that is not closed in its block, and other tags that take in all that follows.</summary>
    private void CheckClosed(HtmlBlock html, string text)
    {
        // One that begins outside lists and quotes is reported by PromoCard.
        if (_cardDepth > 0 && html.Parent is not MarkdownDocument)
            blocks.Context.Report(ProblemKinds.UnclosedCard, _cardPlace);
        if (blocks.Inlines.Html.Hiding is { } hiding)
            blocks.Context.Report(ProblemKinds.HiddenText, blocks.Inlines.Html.HidingTag!, $"<{hiding}>");
        else if (html.Type == HtmlBlockType.ScriptPreOrStyle && !Array.Exists(VerbatimEnds, end => text.Contains(end, StringComparison.OrdinalIgnoreCase)))
            blocks.Context.Report(ProblemKinds.UnclosedBlock, html, $"<{new HtmlTag(text.AsSpan().TrimStart()).Name}>");
    }

    private void ReadTag(HtmlTag tag, HtmlInline node)
    {
        if (_cardDepth > 0 || PromoCard.IsCard(tag))
        {
            _cardPlace = _cardDepth == 0 ? node.Span.Start : _cardPlace;
            if (tag.Name == "div")
                _cardDepth += tag.IsEnd ? -1 : 1;
            return;
        }

        var writer = blocks.Inlines.Writer;
        switch (tag.Name)
        {
            case "blockquote" or "pre":
                blocks.Inlines.Html.CloseTo(blocks.Inlines, 0);
                Finish();
                _inPre = tag is { Name: "pre", IsEnd: false };
                _language = _inPre ? LanguageOf(tag) : null;
                _column = 0;
                if (tag.Name == "blockquote")
                    ReadQuote(tag, node);
                break;
            case "code" when _inPre:
                _language ??= LanguageOf(tag);
                break;
            case "ul" or "ol":
                StartLine(writer);
                if (!tag.IsEnd)
                    _lists.Push(tag.Name == "ol" ? NumberIn(tag, "start") - 1 ?? 0 : null);
                else
                    _lists.TryPop(out _);
                break;
            case "li" when !tag.IsEnd:
                StartLine(writer);
                StartItem(writer, tag);
                break;
            case "td" or "th":
                if (tag.IsEnd)
                    break;
                if (_inRow)
                    writer.Append(CellGap);
                _inRow = true;
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                if (!tag.IsEnd)
                    StartLine(writer);
                blocks.Inlines.Html.Write(blocks.Inlines, tag, node);
                if (tag.IsEnd)
                    StartLine(writer);
                break;
            case "p" or "div" or "li" or "tr" or "table" or "hr" or "section" or "article" or "header"
                or "footer" or "details" or "summary" or "figure" or "figcaption" or "dl" or "dt" or "dd" or "center" or "tbody" or "thead":
                StartLine(writer);
                _inRow &= tag.Name != "tr";
                break;
            default:
                blocks.Inlines.Html.Write(blocks.Inlines, tag, node);
                break;
        }
    }

    private void WriteText(string text)
    {
        var writer = blocks.Inlines.Writer;
        if (_inPre)
            _column = CodeBlockReader.Append(writer, text, _column);
        else
            writer.Append(text);
    }

    private void StartItem(FormattedTextWriter writer, HtmlTag tag)
    {
        var depth = Math.Max(0, _lists.Count - 1);
        ListReader.Indent(writer, depth);
        long? number = null;
        if (_lists.TryPop(out var last))
            _lists.Push(number = last is null ? null : NumberIn(tag, "value") ?? last + 1);
        writer.AppendExactly(number is null ? ListReader.BulletOf(depth) : string.Create(CultureInfo.InvariantCulture, $"{number}. "));
    }

    private static long? NumberIn(HtmlTag tag, string attribute) =>
        int.TryParse(tag.Attribute(attribute), NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void StartLine(FormattedTextWriter writer)
    {
        if (!writer.Text.Trim().IsEmpty && writer.Text[^1] != '\n')
            writer.Line();
    }

    private void ReadQuote(HtmlTag tag, HtmlInline node)
    {
        if (tag.IsEnd)
            EndQuote();
        else if (_outer.Count == DeepestQuote)
            blocks.Context.Report(ProblemKinds.TooDeep, node);
        else
        {
            _outer.Push(_sink);
            _sink = new BlockSink();
        }
    }

    private void EndQuote()
    {
        if (!_outer.TryPop(out var outer))
            return;
        var text = FlatText.Of(_sink.Take());
        _sink = outer;
        if (text.Length > 0)
            _sink.AddQuote(text);
    }

    private void Finish()
    {
        var writer = blocks.Inlines.Writer;
        if (_inPre)
            AddCode(writer.TakeIndented());
        else
            _sink.AddParagraph(writer.Take());
        _inPre = false;
    }

    /// <summary>Adds code without the empty lines before it. Of code that holds links the links are kept, which monospace text cannot have.</summary>
    private void AddCode(FormattedText code)
    {
        if (code.Entities.Any(entity => entity.Kind == EntityKind.TextLink))
        {
            _sink.AddParagraph(TextSlice.From(code, 0));
            return;
        }

        var text = code.Text.AsSpan();
        while (text.IndexOf('\n') is var end and >= 0 && text[..end].IsWhiteSpace())
            text = text[(end + 1)..];
        if (!text.IsEmpty)
            _sink.Add(new Block.Preformatted(text.ToString(), _language));
    }

    /// <summary>The language that pages name in a class: <c>language-python</c>.</summary>
    private static string? LanguageOf(HtmlTag tag)
    {
        foreach (var name in tag.IsEnd ? [] : (tag.Attribute("class") ?? "").Split(' '))
        {
            if (name.StartsWith(LanguagePrefix, StringComparison.Ordinal) && name.Length > LanguagePrefix.Length)
                return FileText.PrepareLanguage(name[LanguagePrefix.Length..]);
        }

        return null;
    }
}
