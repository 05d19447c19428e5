using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>Telegram's HTML parse mode (TELEGRAM 1.1 to 1.3): the same tags, the same tolerance, the same words of complaint.</summary>
internal sealed class HtmlParser
{
    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote",
    };

    private readonly HtmlSource _source;
    private readonly HtmlOutput _output = new();
    private readonly Stack<HtmlTag> _open = new();

    private HtmlParser(string html) => _source = new HtmlSource(html);

    /// <summary>Parses a text.</summary>
    /// <param name="html">The text as sent.</param>
    /// <exception cref="TextRefusal">Telegram would answer "can't parse entities" and this message.</exception>
    public static (string Text, List<Entity> Entities) Parse(string html) => new HtmlParser(html).Run();

    private (string Text, List<Entity> Entities) Run()
    {
        while (!_source.IsAtEnd)
        {
            if (_source.Current == '&' && _source.TryReadReference(out var code))
                _output.AddCode(code);
            else if (_source.Current != '<')
                _output.Add(_source.Read());
            else if (_source.Next == '/')
                EndTag();
            else
                StartTag();
        }

        if (_open.TryPeek(out var unclosed))
            throw new TextRefusal($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        return _output.Finish();
    }

    private void StartTag()
    {
        var begin = _source.At;
        _source.Skip(1);
        var name = _source.ReadTagName();
        if (_source.Current == 0)
            throw new TextRefusal($"Unclosed start tag at byte offset {begin}");
        if (!Tags.Contains(name))
            throw new TextRefusal($"Unsupported start tag \"{name}\" at byte offset {begin}");

        var tag = new HtmlTag(name, "", 0, _output.Length, _output.Bytes);
        while (_source.Current != '>')
        {
            _source.SkipSpace();
            if (_source.Current != '>')
                tag = Attribute(tag, begin);
        }

        if (name == "span" && tag.Argument != "spoiler")
            throw new TextRefusal($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}");
        _open.Push(tag);
        _source.Skip(1);
    }

    private HtmlTag Attribute(HtmlTag tag, int begin)
    {
        var attribute = _source.ReadAttributeName();
        if (attribute.Length == 0)
            throw new TextRefusal($"Empty attribute name in the tag \"{tag.Name}\" at byte offset {begin}");
        _source.SkipSpace();
        if (_source.Current != '=')
        {
            if (_source.Current == 0)
                throw new TextRefusal($"Unclosed start tag \"{tag.Name}\" at byte offset {begin}");
            return tag.Name == "blockquote" && attribute == "expandable" ? tag with { Argument = "1" } : tag;
        }

        _source.Skip(1);
        _source.SkipSpace();
        if (_source.Current == 0)
            throw new TextRefusal($"Unclosed start tag \"{tag.Name}\" at byte offset {begin}");
        var value = _source.ReadValue();
        if (_source.Current == 0)
            throw new TextRefusal($"Unclosed start tag at byte offset {begin}");
        return With(tag, attribute, value);
    }

    private static HtmlTag With(HtmlTag tag, string attribute, string value) => (tag.Name, attribute) switch
    {
        ("a", "href") or ("tg-emoji", "emoji-id") or ("tg-time", "format") => tag with { Argument = value },
        ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal) => tag with { Argument = value["language-".Length..] },
        ("span", "class") when value.StartsWith("tg-", StringComparison.Ordinal) => tag with { Argument = value["tg-".Length..] },
        ("blockquote", "expandable") => tag with { Argument = "1" },
        ("tg-time", "unix") => tag with { UnixTime = LenientInteger(value) },
        _ => tag,
    };

    private void EndTag()
    {
        var begin = _source.At;
        if (!_open.TryPeek(out var tag))
            throw new TextRefusal($"Unexpected end tag at byte offset {begin}");
        _source.Skip(2);
        var name = _source.ReadTagName();
        _source.SkipSpace();
        if (_source.Current != '>')
            throw new TextRefusal($"Unclosed end tag at byte offset {begin}");
        if (name.Length > 0 && name != tag.Name)
            throw new TextRefusal($"Unmatched end tag at byte offset {begin}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        if (_output.Length > tag.Offset)
            _output.Close(tag);
        _open.Pop();
        _source.Skip(1);
    }

    /// <summary>The digits that a text begins with, whatever follows them.</summary>
    private static int LenientInteger(string text)
    {
        var isNegative = text.StartsWith('-');
        var value = 0;
        foreach (var c in text.AsSpan(isNegative ? 1 : 0))
        {
            if (!char.IsAsciiDigit(c))
                break;
            value = unchecked((value * 10) + (c - '0'));
        }

        return isNegative ? -value : value;
    }
}
