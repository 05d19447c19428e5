using System.Runtime.InteropServices;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>Writes what HTML tags mean in Telegram; their text stays, those without a meaning leave nothing else.</summary>
internal sealed class HtmlTags(ReadingContext context)
{
    private readonly List<OpenTag> _open = [];

    /// <summary>How many tags of a name are open: asked before they are searched, or a text of other tags would be searched for each end that ends nothing.</summary>
    private readonly Dictionary<string, int> _openByName = [];
    private readonly HashSet<string> _reported = [];

    /// <summary>The containers, and the tags in them that nothing ends: asked once of each, or a text of such tags would be searched to its end from each.</summary>
    private readonly HashSet<(ContainerInline?, string)> _neverClosed = [];
    private string? _hiding;

    /// <summary>The script or style that hides the text now, or null.</summary>
    internal string? Hiding => _hiding;

    /// <summary>The tag that began to hide the text.</summary>
    internal MarkdownObject? HidingTag { get; private set; }

    /// <summary>How many tags are open.</summary>
    internal int Depth => _open.Count;

    /// <summary>True for a node within a script or style.</summary>
    internal bool Hides(Inline inline) => _hiding is not null && !(inline is HtmlInline html && new HtmlTag(html.Tag) is { IsEnd: true } tag && tag.Name == _hiding);

    /// <summary>True for a tag that begins a link, or a picture, which becomes one.</summary>
    internal static bool BeginsLink(HtmlInline html) => new HtmlTag(html.Tag) is { IsEnd: false, Name: "a" or "img" };

    internal void Write(InlineReader reader, HtmlInline html)
    {
        if (HtmlTag.IsSection(html.Tag))
        {
            reader.Writer.Append(HtmlTag.SectionText(html.Tag));
            return;
        }

        var tag = new HtmlTag(html.Tag);
        if (tag is { Name: "script" or "style", IsEnd: false } && !IsClosed(html, tag.Name))
            Report(tag.Name, html);
        else
            Write(reader, tag, html);
    }

    internal void Write(InlineReader reader, HtmlTag tag, MarkdownObject node)
    {
        if (!tag.IsMarkup)
            return;
        if (tag.Name is "script" or "style")
            Hide(tag, node);
        else if (tag.IsEnd)
            CloseNamed(reader, tag.Name);
        else
            Open(reader, tag, node);
    }

    /// <summary>Begins or ends to hide text, and reports what was hidden.</summary>
    private void Hide(HtmlTag tag, MarkdownObject node)
    {
        if (_hiding is null && !tag.IsEnd)
            (_hiding, HidingTag) = (tag.Name, node);
        else if (_hiding == tag.Name && tag.IsEnd)
        {
            _hiding = null;
            context.Report(ProblemKinds.LeftOut, HidingTag!, $"<{tag.Name}>");
        }
    }

    /// <summary>Closes the tags above a depth: a tag ends with the node that it was opened in.</summary>
    internal void CloseTo(InlineReader reader, int depth)
    {
        while (_open.Count > depth)
        {
            var tag = _open[^1];
            _open.RemoveAt(_open.Count - 1);
            _openByName[tag.Name]--;
            Close(reader, tag);
        }

        if (depth == 0)
            _hiding = null;
    }

    private void Open(InlineReader reader, HtmlTag tag, MarkdownObject node)
    {
        switch (tag.Name)
        {
            case "b" or "strong" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                OpenEntity(reader, tag.Name, EntityKind.Bold);
                break;
            case "i" or "em":
                OpenEntity(reader, tag.Name, EntityKind.Italic);
                break;
            case "u" or "ins":
                OpenEntity(reader, tag.Name, EntityKind.Underline);
                break;
            case "s" or "strike" or "del":
                OpenEntity(reader, tag.Name, EntityKind.Strikethrough);
                break;
            case "tg-spoiler":
                OpenEntity(reader, tag.Name, EntityKind.Spoiler);
                break;
            case "span" when tag.Attribute("class") is "tg-spoiler":
                OpenEntity(reader, tag.Name, EntityKind.Spoiler);
                break;
            case "code" or "pre" when reader.PlainCode == 0:
                OpenEntity(reader, tag.Name, EntityKind.Code);
                break;
            case "a":
                OpenLink(reader, tag, node);
                break;
            case "img":
                reader.Links.WriteImage(reader, node, tag.Attribute("src"), null, tag.Attribute("alt") is { Length: > 0 } words ? words : tag.Attribute("title"));
                break;
            case "iframe" or "video" or "audio" or "source" or "embed":
                WriteEmbedded(reader, tag, node);
                break;
            case "sup" or "sub":
                Push(new OpenTag(tag.Name, -1, null, reader.Writer.Length, false, node));
                break;
            case "br":
                reader.Writer.Line();
                break;
            case "code" or "pre" or "span" or "div" or "p" or "hr" or "wbr" or "blockquote":
                break;
            default:
                Report(tag.Name, node);
                break;
        }
    }

    /// <summary>False where nothing after a tag ends it: in a text it is a mention of the tag, and hides nothing.</summary>
    private bool IsClosed(HtmlInline html, string name)
    {
        if (_neverClosed.Contains((html.Parent, name)))
            return false;
        for (var next = html.NextSibling; next is not null; next = next.NextSibling)
        {
            if (next is HtmlInline other && new HtmlTag(other.Tag) is { IsEnd: true } end && end.Name == name)
                return true;
        }

        _neverClosed.Add((html.Parent, name));
        return false;
    }

    private void Report(string name, MarkdownObject node)
    {
        if (_reported.Add(name))
            context.Report(ProblemKinds.UnsupportedHtml, node, name);
    }

    /// <summary>Writes what a page would play as a link to it.</summary>
    private void WriteEmbedded(InlineReader reader, HtmlTag tag, MarkdownObject node)
    {
        Report(tag.Name, node);
        if (tag.Attribute("src") is not { } address)
            return;
        if (reader.LinkDepth > 0)
            reader.Writer.Append(address);
        else
            LiteralReader.WriteLink(reader.Writer, address);
    }

    private void OpenEntity(InlineReader reader, string name, EntityKind kind) => Push(new OpenTag(name, reader.Writer.Open(kind), null, reader.Writer.Length, false));

    private void OpenLink(InlineReader reader, HtmlTag tag, MarkdownObject node)
    {
        var address = tag.Attribute("href");
        if (address is null)
            return;
        if (tag.Attribute("title") is { Length: > 0 } title)
            context.Report(ProblemKinds.LinkTitle, node, QuotedText.Of(title));
        if (reader.LinkDepth > 0)
        {
            reader.Links.ReportNested(node, address);
            Push(new OpenTag("a", -1, address, reader.Writer.Length, false));
            return;
        }

        var url = reader.Links.Address(node, address);
        if (url is not null)
        {
            reader.LinkDepth++;
            reader.PlainCode++;
        }

        Push(new OpenTag("a", url is null ? -1 : reader.Writer.Open(EntityKind.TextLink, url), address, reader.Writer.Length, url is not null));
    }

    private void Push(OpenTag tag)
    {
        _open.Add(tag);
        CollectionsMarshal.GetValueRefOrAddDefault(_openByName, tag.Name, out _)++;
    }

    private void CloseNamed(InlineReader reader, string name)
    {
        if (_openByName.GetValueOrDefault(name) == 0)
            return;
        for (var i = _open.Count - 1; i >= reader.OpenTagsFrom; i--)
        {
            if (_open[i].Name != name)
                continue;
            CloseTo(reader, i);
            return;
        }
    }

    private void Close(InlineReader reader, OpenTag tag)
    {
        if (tag.IsLink)
        {
            reader.LinkDepth--;
            reader.PlainCode--;
        }

        if (tag.Raised is { } node)
        {
            if (!reader.Writer.TryReplace(tag.From, tag.Name == "sup" ? RaisedCharacters.Above : RaisedCharacters.Below))
                Report(tag.Name, node);
        }
        else if (tag.Entity >= 0)
            reader.Writer.Close(tag.Entity);
        else
            LinkReader.AppendAddress(reader.Writer, tag.From, tag.Address);
    }

    private readonly record struct OpenTag(string Name, int Entity, string? Address, int From, bool IsLink, MarkdownObject? Raised = null);
}
