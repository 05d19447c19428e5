using Markdig.Helpers;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>The texts and tags of an HTML block in turn.</summary>
internal ref struct HtmlTokens(string html)
{
    private int _at;
    private string? _next;
    private bool _noMoreTags;
    private bool _noMoreComments;
    private bool _noMoreInstructions;
    private bool _noMoreSections;

    /// <summary>The tag, from <c>&lt;</c> to <c>&gt;</c>, or null for a text.</summary>
    internal string? Tag { get; private set; }

    /// <summary>The text before its character references are resolved.</summary>
    internal ReadOnlySpan<char> Text { get; private set; }

    /// <summary>Where it begins.</summary>
    internal int Start { get; private set; }

    internal bool Next()
    {
        var start = Start = _at;
        Tag = _next ?? TagAt(_at);
        if (Tag is not null)
        {
            _at += Tag.Length;
            _next = null;
        }
        else
        {
            while (_at < html.Length && _next is null)
                _next = TagAt(++_at);
        }

        Text = Tag is null ? html.AsSpan(start, _at - start) : [];
        return start < html.Length;
    }

    private string? TagAt(int at)
    {
        if (at >= html.Length || html[at] != '<' || !Closes(at))
            return null;
        var slice = new StringSlice(html, at, html.Length - 1);
        return HtmlHelper.TryParseHtmlTag(ref slice, out var tag) ? tag : null;
    }

    /// <summary>False where what would end the tag stands nowhere after it: asked once of each kind, or a file of openings would be searched to its end from each.</summary>
    private bool Closes(int at)
    {
        var rest = html.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
            return Closes(rest, "-->", ref _noMoreComments);
        if (rest.StartsWith("<?", StringComparison.Ordinal))
            return Closes(rest, "?>", ref _noMoreInstructions);
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
            return Closes(rest, "]]>", ref _noMoreSections);
        return Closes(rest, ">", ref _noMoreTags);
    }

    private static bool Closes(ReadOnlySpan<char> rest, string end, ref bool noMore)
    {
        noMore = noMore || !rest.Contains(end, StringComparison.Ordinal);
        return !noMore;
    }
}
