using System.Text;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>
/// Telegram's HTML parse mode (TELEGRAM 1.1 to 1.3): the same tags, the same tolerance, the same words of complaint.
/// It works on UTF-8 because offsets in those words are bytes.
/// </summary>
internal sealed class HtmlParser
{
    private static readonly HashSet<string> Tags = new(StringComparer.Ordinal)
    {
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote",
    };

    private readonly byte[] _source;
    private readonly int _length;
    private readonly List<byte> _output = [];
    private readonly List<Entity> _entities = [];
    private readonly Stack<HtmlTag> _open = new();
    private int _at;
    private int _utf16;
    private bool _hasSurrogates;

    private HtmlParser(string html)
    {
        _length = Encoding.UTF8.GetByteCount(html);
        // a few zero bytes at the end spare every look-ahead its test
        _source = new byte[_length + 4];
        Encoding.UTF8.GetBytes(html, _source);
    }

    /// <summary>Parses a text.</summary>
    /// <param name="html">The text as sent.</param>
    /// <exception cref="TextRefusal">Telegram would answer "can't parse entities" and this message.</exception>
    public static (string Text, List<Entity> Entities) Parse(string html) => new HtmlParser(html).Run();

    private (string Text, List<Entity> Entities) Run()
    {
        while (_at < _length)
        {
            if (_source[_at] == '&' && TryReference(out var code))
                AppendCode(code);
            else if (_source[_at] != '<')
                Copy();
            else if (_source[_at + 1] == '/')
                EndTag();
            else
                StartTag();
        }

        if (_open.TryPeek(out var unclosed))
            throw new TextRefusal($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        return (Finished(), EntityRules.Sort(_entities.Select(e => e.Type == EntityType.Code ? e with { Argument = null } : e)));
    }

    private void Copy()
    {
        var c = _source[_at++];
        if ((c & 0xC0) != 0x80)
            _utf16 += c >= 0xF0 ? 2 : 1;
        _output.Add(c);
    }

    private void AppendCode(int code)
    {
        _utf16 += code > 0xFFFF ? 2 : 1;
        _hasSurrogates |= code is >= 0xD800 and <= 0xDFFF;
        AppendUtf8(_output, code);
    }

    /// <summary>Reads a character reference; on failure nothing is consumed and the ampersand stands for itself.</summary>
    private bool TryReference(out int code)
    {
        var end = _at + 1;
        uint value = 0;
        if (_source[end] == '#')
        {
            end++;
            if (_source[end] == 'x')
            {
                for (end++; AsciiBytes.IsHexDigit(_source[end]); end++)
                    value = unchecked((value * 16) + (uint)AsciiBytes.HexValue(_source[end]));
            }
            else
            {
                for (; AsciiBytes.IsDigit(_source[end]); end++)
                    value = unchecked((value * 10) + (uint)(_source[end] - '0'));
            }

            if (value is 0 or >= 0x10FFFF || end - _at >= 10)
                value = 0;
        }
        else
        {
            while (AsciiBytes.IsLetter(_source[end]))
                end++;
            value = Encoding.ASCII.GetString(_source, _at + 1, end - _at - 1) switch { "lt" => '<', "gt" => '>', "amp" => '&', "quot" => '"', _ => 0u };
        }

        code = (int)value;
        if (code != 0)
            _at = _source[end] == ';' ? end + 1 : end;
        return code != 0;
    }

    private void StartTag()
    {
        var begin = _at++;
        while (!AsciiBytes.IsSpace(_source[_at]) && _source[_at] != '>')
            _at++;
        if (_source[_at] == 0)
            throw new TextRefusal($"Unclosed start tag at byte offset {begin}");
        var name = Name(begin + 1);
        if (!Tags.Contains(name))
            throw new TextRefusal($"Unsupported start tag \"{name}\" at byte offset {begin}");

        var tag = new HtmlTag(name, "", 0, _utf16, _output.Count);
        while (_source[_at] != '>')
        {
            SkipSpace();
            if (_source[_at] != '>')
                tag = Attribute(tag, begin);
        }

        if (name == "span" && tag.Argument != "spoiler")
            throw new TextRefusal($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}");
        _open.Push(tag);
        _at++;
    }

    private HtmlTag Attribute(HtmlTag tag, int begin)
    {
        var nameBegin = _at;
        while (!AsciiBytes.IsSpace(_source[_at]) && _source[_at] is not ((byte)'=' or (byte)'>' or (byte)'/' or (byte)'"' or (byte)'\''))
            _at++;
        var attribute = Text(nameBegin);
        if (attribute.Length == 0)
            throw new TextRefusal($"Empty attribute name in the tag \"{tag.Name}\" at byte offset {begin}");
        SkipSpace();
        if (_source[_at] != '=')
        {
            if (_source[_at] == 0)
                throw new TextRefusal($"Unclosed start tag \"{tag.Name}\" at byte offset {begin}");
            return tag.Name == "blockquote" && attribute == "expandable" ? tag with { Argument = "1" } : tag;
        }

        _at++;
        SkipSpace();
        if (_source[_at] == 0)
            throw new TextRefusal($"Unclosed start tag \"{tag.Name}\" at byte offset {begin}");
        var value = _source[_at] is (byte)'"' or (byte)'\'' ? QuotedValue() : Token();
        if (_source[_at] == 0)
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

    private string Token()
    {
        var begin = _at;
        while (AsciiBytes.IsLetterOrDigit(_source[_at]) || _source[_at] is (byte)'.' or (byte)'-')
            _at++;
        if (!AsciiBytes.IsSpace(_source[_at]) && _source[_at] != '>')
            throw new TextRefusal($"Unexpected end of name token at byte offset {begin}");
        return AsciiBytes.ToLower(Text(begin));
    }

    /// <summary>Reads a value in quotes. Half of a surrogate pair stays in it as one, to be complained about where the value is used.</summary>
    private string QuotedValue()
    {
        const char Half = '\uDFFF';
        var quote = _source[_at++];
        var value = new StringBuilder();
        var bytes = new List<byte>();
        while (_source[_at] != quote && _source[_at] != 0)
        {
            if (_source[_at] != '&' || !TryReference(out var code))
            {
                bytes.Add(_source[_at++]);
            }
            else if (code is < 0xD800 or > 0xDFFF)
            {
                AppendUtf8(bytes, code);
            }
            else
            {
                value.Append(Encoding.UTF8.GetString([.. bytes])).Append(Half);
                bytes.Clear();
            }
        }

        if (_source[_at] == quote)
            _at++;
        return value.Append(Encoding.UTF8.GetString([.. bytes])).ToString();
    }

    private void EndTag()
    {
        var begin = _at;
        if (!_open.TryPeek(out var tag))
            throw new TextRefusal($"Unexpected end tag at byte offset {begin}");
        for (_at += 2; !AsciiBytes.IsSpace(_source[_at]) && _source[_at] != '>'; _at++)
        {
        }

        var name = Name(begin + 2);
        SkipSpace();
        if (_source[_at] != '>')
            throw new TextRefusal($"Unclosed end tag at byte offset {begin}");
        if (name.Length > 0 && name != tag.Name)
            throw new TextRefusal($"Unmatched end tag at byte offset {begin}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        if (_utf16 > tag.Offset)
            Close(tag);
        _open.Pop();
        _at++;
    }

    private void Close(HtmlTag tag)
    {
        switch (tag.Name)
        {
            case "b" or "strong": Add(tag, EntityType.Bold); break;
            case "i" or "em": Add(tag, EntityType.Italic); break;
            case "u" or "ins": Add(tag, EntityType.Underline); break;
            case "s" or "strike" or "del": Add(tag, EntityType.Strikethrough); break;
            case "tg-spoiler" or "span": Add(tag, EntityType.Spoiler); break;
            case "blockquote": Add(tag, tag.Argument.Length > 0 ? EntityType.ExpandableBlockquote : EntityType.Blockquote); break;
            case "tg-emoji": CloseEmoji(tag); break;
            case "tg-time": CloseTime(tag); break;
            case "a": CloseLink(tag); break;
            case "pre": ClosePre(tag); break;
            default: CloseCode(tag); break;
        }
    }

    private void CloseEmoji(HtmlTag tag)
    {
        if (LinkAddress.StrictInteger(tag.Argument) is null or 0)
            throw new TextRefusal("Invalid custom emoji identifier specified");
        Add(tag, EntityType.CustomEmoji, tag.Argument);
    }

    private void CloseTime(HtmlTag tag)
    {
        var format = DateFormat.Read(tag.Argument) ?? throw new TextRefusal("Invalid date format used");
        if (tag.UnixTime > 0)
            Add(tag, EntityType.DateTime, $"{tag.UnixTime}|{format}");
    }

    private void CloseLink(HtmlTag tag)
    {
        var address = tag.Argument.Length > 0 ? tag.Argument : Output(tag.OutputStart);
        if (LinkAddress.UserOf(address) is { } user)
            Add(tag, EntityType.TextMention, user.ToString(System.Globalization.CultureInfo.InvariantCulture));
        else if (LinkAddress.Accept(address) is { } url)
            Add(tag, EntityType.TextLink, url);
    }

    private void ClosePre(HtmlTag tag)
    {
        if (LastIs(EntityType.Code, tag) && !string.IsNullOrEmpty(_entities[^1].Argument))
            _entities[^1] = _entities[^1] with { Type = EntityType.Pre };
        else
            Add(tag, EntityType.Pre);
    }

    private void CloseCode(HtmlTag tag)
    {
        if (LastIs(EntityType.Pre, tag) && string.IsNullOrEmpty(_entities[^1].Argument) && tag.Argument.Length > 0)
            _entities[^1] = _entities[^1] with { Argument = tag.Argument };
        else
            Add(tag, EntityType.Code, tag.Argument);
    }

    private bool LastIs(EntityType type, HtmlTag tag) =>
        _entities.Count > 0 && _entities[^1].Type == type && _entities[^1].Offset == tag.Offset && _entities[^1].End == _utf16;

    private void Add(HtmlTag tag, EntityType type, string? argument = null) => _entities.Add(new Entity(type, tag.Offset, _utf16 - tag.Offset, argument));

    private void SkipSpace()
    {
        while (_source[_at] != 0 && AsciiBytes.IsSpace(_source[_at]))
            _at++;
    }

    private string Name(int begin) => AsciiBytes.ToLower(Text(begin));

    private string Text(int begin) => Encoding.UTF8.GetString(_source, begin, _at - begin);

    /// <summary>Text made so far; halves of surrogate pairs in it are complained about at the end only.</summary>
    private string Output(int begin) => Encoding.UTF8.GetString([.. _output[begin..]]);

    private string Finished()
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: _hasSurrogates).GetString([.. _output]);
        }
        catch (DecoderFallbackException)
        {
            throw new TextRefusal("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units");
        }
    }

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

    /// <summary>Writes halves of surrogate pairs as well, as Telegram does before it looks again.</summary>
    private static void AppendUtf8(List<byte> output, int code)
    {
        switch (code)
        {
            case < 0x80:
                output.Add((byte)code);
                break;
            case < 0x800:
                output.AddRange([(byte)(0xC0 | (code >> 6)), Tail(code)]);
                break;
            case < 0x10000:
                output.AddRange([(byte)(0xE0 | (code >> 12)), Tail(code >> 6), Tail(code)]);
                break;
            default:
                output.AddRange([(byte)(0xF0 | (code >> 18)), Tail(code >> 12), Tail(code >> 6), Tail(code)]);
                break;
        }

        static byte Tail(int bits) => (byte)(0x80 | (bits & 0x3F));
    }
}
