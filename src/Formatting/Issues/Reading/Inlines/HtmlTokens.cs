using Markdig.Helpers;

namespace BotDigest.Formatting.Issues.Reading.Inlines;

/// <summary>The texts and tags of an HTML block in turn.</summary>
internal ref struct HtmlTokens(string html)
{
    private int _at;

    /// <summary>The tag, from <c>&lt;</c> to <c>&gt;</c>, or null for a text.</summary>
    internal string? Tag { get; private set; }

    /// <summary>The text before its character references are resolved.</summary>
    internal ReadOnlySpan<char> Text { get; private set; }

    internal bool Next()
    {
        if (_at >= html.Length)
            return false;
        if (TagAt(_at) is { } tag)
        {
            Tag = tag;
            Text = [];
            _at += tag.Length;
            return true;
        }

        var end = _at + 1;
        while (end < html.Length && !(html[end] == '<' && TagAt(end) is not null))
            end++;
        Tag = null;
        Text = html.AsSpan(_at, end - _at);
        _at = end;
        return true;
    }

    private readonly string? TagAt(int at)
    {
        if (html[at] != '<')
            return null;
        var slice = new StringSlice(html, at, html.Length - 1);
        return HtmlHelper.TryParseHtmlTag(ref slice, out var tag) ? tag : null;
    }
}
