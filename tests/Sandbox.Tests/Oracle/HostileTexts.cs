using System.Globalization;
using System.Text;

namespace BotDigest.Sandbox.Tests.Oracle;

/// <summary>
/// Seeded texts for a parser of Telegram's HTML: sound ones, broken ones, and ones whose words look like links and tags.
/// About half of them are malformed; each of Telegram's complaints has a hand that makes it.
/// </summary>
internal sealed class HostileTexts(int seed)
{
    private static readonly string[] Words =
    [
        "芯片", "人工智能", "今天 发布", "（括号）", "“引号”", "hello", "World", "don't", "a", "I", "42", "3.14", "2026年", "日报。", "，", "、", "…", "——", " ", "  ", "\n", "\n\n", " \n ",
        "\t", "\r\n", "\r", "\u00a0", "\u3000", "\u200b", "\u200d", "\u200e", "\u200f", "\u200e\u200f\u200e", "\u202a", "\u2028", "\u2060", "\u033f", "e\u0301", "a\u030a", "\u0333", "😀", "👨‍👩‍👧", "🇨🇳",
        "𠮷", "שלום", "مرحبا", "ไทย", "Ünï", "ﬁ", "＃", "·", "&", "\"", "'", ";", "=", "!", "?", ".", "..", "-", "_", "/", "\\", "|", "*", "`", "[", "]", "(", ")", "{", "}", "~", "\u0001", "\u001f", "\u007f",
        "\ufeff", "\ufffc", "\u2800", "\ud83c\udff4\udb40\udc67", "\ue000", "\u1680", "١٢٣", "Ⅷ", "½",
    ];

    private static readonly string[] Finds =
    [
        "#AI日报", "#AI", "#2026", "#2026年", "#a#b", "#a-b", "#c++", "#tag@channel", "#tag@ab", "#_", "#1a", "##x", "#·", "#ද", "$USD", "$1INCH", "$USDT@chat", "$usd", "$TOOLONGTAG", "@someone", "@abc", "@gif",
        "@a_very_long_name_that_is_more_than_32", "/start", "/start@botdigest_bot", "/a/b", "/cmd@ab", "x/start", "user@example.com", "mailto:user@example.com", "a.b+c@mail.example.org", "a@b.c", "u@x_y.com",
        "4111 1111 1111 1111", "4111111111111111", "378282246310005", "5555-5555-5555-4444", "6200000000000005", "2200000000000004", "4222222222222", "12345678901234", "+4111111111111111",
        "https://a.com/x。y", "http://example.com", "https://example.com/path?q=1#f", "https://example.com/(x)", "https://example.com/a(b)c).", "example.com", "www.Example.COM", "main.py", "readme.md", "ASP.NET", "v2.5.md",
        "llama.cpp", "a.zip", "end.The", "foo.com，bar.dev", "1.2.3.4", "256.1.1.1", "01.2.3.4", "1.2.3.4:80", "https://1.2.3", "ftp://x.org", "sftp://x.org", "tftp://x.org", "shttp://x.org", "xhttps://x.org", "gopher://x.org",
        "https://user:pw@host.com:8080/x", "http://a_b.com", "http://x.a_b.com", "http://a-.com", "http://-a.com", "https://中国.中国", "例子.公司", "xn--a.xn--p1ai", "xn--a.xn--", "a.b.c.d.e.com", "a..com", ".com", "x.", "x.c",
        "tg://resolve?domain=x", "tg:resolve", "ton://wallet", "tonsite://foo.ton/x", "TG://x", "tg://a/b).", "https://t.me/c/1/2", "teiegram.org", "https://teiegram.org/x", "http://localhost/x", "https://x.com:99999/y", "https://x.com:0/y",
        "https://x.com:443?z", "http://x.com?", "http://x.com#", "http://x.com/…", "http://x.com/«y»", "a@b@c.com", "@x.com", "x@.com", "#x.com", "/x.com", "～x.com", "é.com", "x.com-y", "x.comé", "x.中国y", "https://x.y_z", "https://x.yz-",
    ];

    private static readonly string[] Addresses =
    [
        "http://a.com", "https://Example.COM", "https://a.com/x y", "a.com", "//a.com", "/x", "#x", "?x", "javascript:alert(1)", "data:x", "ftp://x.org", "file:///x", "localhost", "http://localhost", "mailto:a@b.com",
        "tg://user?id=12345", "tg://user?id=0", "tg://user?id=abc", "tg://user?x=1&amp;id=77", "TG://USER?ID=5", "tg:user?id=9", "tg://user/?id=8", "tg://users?id=8", "tg://user?id=-5", "tg://resolve?domain=x", "tg://a.b", "tg:x", "ton://x", "tonsite://x.y",
        "ton://x.y", "tg://x:80", "http://[::1]/", "http://[::1]:8080/x", "http://[::g]/", "http://1.2.3.4", "http://a.com:80", "http://a.com:080", "http://a.com:99999", "http://a.com:0", "http://a.com:x", "http://u:p@a.com", "http://u@@a.com", "http://a.com:",
        "http://中国.com/路", "http://a b.com", "http://a%20b.com", "http://a%2.com", "http://a.com/%zz", "http://a.com?q", "http://a.com#f", "http://a.com/ ", " http://a.com", "", "http://", "http://.", "http://a..b", "http://a.b\u0001c", "http://a.com/\tx",
        "x&quot;y.com", "http://a.com/&amp;b", "HTTPS://A.B", "https:a.com", "a.com:80/x", "a@b.com", "t.me/x", "http://a!$,~*'();&amp;+=.com", "http://a^b.com", "https://a.com/\"", "http://<a.com", "tg://user?id=99999999999999999999", "tg://user?id=1099511627775", "tg://user?id=1099511627776",
    ];

    private static readonly string[] Tags =
        ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "code", "pre", "blockquote", "B", "Strong", "CODE"];

    private static readonly string[] Unknown = ["foo", "br", "br/", "p", "div", "h1", "img", "sub", "", "!--", "bb", "x\u4e2d", "tg-spoil", "http://a.com", "table", "\ud83d\ude00", "A1", "blockquotes"];

    private static readonly string[] References =
    [
        "&lt;", "&gt;", "&amp;", "&quot;", "&lt", "&amp", "&apos;", "&nbsp;", "&copy;", "&;", "&", "&#65;", "&#x41;", "&#X41;", "&#x4E2D;", "&#128512;", "&#x1F600;", "&#0;", "&#x10FFFF;", "&#x10FFFE;", "&#1114110;", "&#99999999;",
        "&#x0000041;", "&#000065;", "&#65", "&#;", "&#x;", "&ltx;", "&LT;", "&#10;", "&#13;", "&#32;", "&#8203;", "&#x202e;", "&#35;tag", "&#4294967361;", "&amp;lt;",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One more text and the parse mode that it is sent with: mostly HTML, some without one, a few with one that is none, a few of nothing to see.</summary>
    public (string Text, string ParseMode) NextCall() => _random.Next(100) switch
    {
        < 5 => (NextPlain(), ""),
        5 => (Next(), Pick(["HTM", "xml", "text", "Html5"])),
        6 => (Pick(["", " ", "\n", "<b></b>", "<i> </i>", "&#32;", "\u3000\u200b", "\ufeff"]), "HTML"),
        _ => (Next(), "HTML"),
    };

    /// <summary>One more text.</summary>
    public string Next()
    {
        while (true)
        {
            var text = Made();
            if (!ParserComparison.AbortsTelegram(text))
                return text;
        }
    }

    private string Made()
    {
        var text = new StringBuilder();
        var pieces = _random.Next(1, 6);
        for (var i = 0; i < pieces; i++)
            text.Append(Piece(0));
        if (_random.Next(100) < 42)
            Break(text);
        if (_random.Next(100) < 12)
            Mutate(text);
        return Sound(text);
    }

    /// <summary>A text without markup, as it is sent without a parse mode.</summary>
    public string NextPlain()
    {
        var text = new StringBuilder();
        for (var i = _random.Next(1, 9); i > 0; i--)
            text.Append(Word());
        return Sound(text);
    }

    /// <summary>Halves of surrogate pairs that a cut has left cannot be sent at all.</summary>
    private static string Sound(StringBuilder text) => string.Concat(text.ToString().EnumerateRunes().Select(r => r == Rune.ReplacementChar ? "" : r.ToString())).Replace("\0", "", StringComparison.Ordinal);

    private string Piece(int depth) => _random.Next(10) switch
    {
        < 4 => Word(),
        4 => Pick(References),
        _ when depth > 3 => Word(),
        _ => Element(depth),
    };

    private string Word() => _random.Next(3) == 0 ? (_random.Next(2) == 0 ? " " : "") + Pick(Finds) : Pick(Words);

    private string Inner(int depth)
    {
        var text = new StringBuilder();
        for (var i = _random.Next(0, 4); i > 0; i--)
            text.Append(Piece(depth + 1));
        return text.ToString();
    }

    private string Element(int depth)
    {
        var inner = Inner(depth);
        switch (_random.Next(14))
        {
            case 0:
                return $"<a{Space()}href{Equal()}{Quoted(Pick(Addresses))}{Noise()}>{inner}</a>";
            case 1:
                return $"<a>{(_random.Next(2) == 0 ? Pick(Addresses) : inner)}</a>";
            case 2:
                return $"<span class={Quoted("tg-spoiler")}>{inner}</span>";
            case 3:
                return $"<pre><code class={Quoted("language-" + Pick(["cs", "python", "", "c++", "中"]))}>{inner}</code></pre>";
            case 4:
                return $"<code class=\"language-x\"><pre>{inner}</pre></code>";
            case 5:
                return $"<blockquote{Pick([" expandable", " expandable=\"\"", " EXPANDABLE", " expandable=x", " x expandable y"])}>{inner}</blockquote>";
            case 6:
                return $"<tg-emoji emoji-id={Quoted("5368324170671202286")}>{Pick(["👍", "x", inner])}</tg-emoji>";
            case 7:
                return $"<tg-time unix={Quoted(Pick(["1647531900", "0", "-5", "99999999999", "12x", ""]))} format={Quoted(Pick(["", "r", "R", "wDT", "tT", "dD", "WdT"]))}>{inner}</tg-time>";
            case 8:
                return $"<b>{Word()}</b><b>{Word()}</b>";
            case 9:
                return $"<{Pick(Tags)}{Noise()}>{inner}</>";
            default:
                var tag = Pick(Tags);
                return $"<{tag}{Noise()}>{inner}</{tag}{Pick(["", "", "", " ", "\n"])}>";
        }
    }

    /// <summary>Puts one of Telegram's complaints somewhere into the text.</summary>
    private void Break(StringBuilder text)
    {
        var fault = _random.Next(16) switch
        {
            0 => $"<{Pick(Unknown)}>x",
            1 => "<" + Pick(["b", "a", "中", "", "/"]),
            2 => $"<{Pick(Tags)} x",
            3 => $"<a href{Pick(["", "=", "=\"x", " = 'y", "=\"x\""])}",
            4 => $"<{Pick(["b", "a", "i"])} {Pick(["=x", "/", "\"x\"", "'y'", "/x", "a=\"b\"/"])}>x",
            5 => $"<a href={Pick(["http://a.com", "a/b", "x\"y", "中", "é"])}>x</a>",
            6 => $"<span{Pick(["", " class=\"x\"", " class=\"tg-x\"", " id=\"tg-spoiler\"", " class=tg-spoilers"])}>x</span>",
            7 => $"</{Pick(["b", "", "x", "中"])}>",
            8 => $"<{Pick(Tags)}>x</{Pick(["b x>", "i", "b\t", "a "])}",
            9 => $"<b>x<i>y</b></i>",
            10 => $"<{Pick(Tags)}>x</{Pick(["foo", "b1", "strong", "中"])}>",
            11 => $"<{Pick(Tags)}>x",
            12 => $"<tg-emoji{Pick([" emoji-id=\"\"", " emoji-id=\"0\"", " emoji-id=\"x\"", "", " emoji-id=\"01\"", " emoji-id=\"99999999999999999999\""])}>x</tg-emoji>",
            13 => $"<tg-time unix=\"{_random.Next(2)}\" format=\"{Pick(["x", "rT", "wDTz", "D T", "中"])}\">x</tg-time>",
            14 => Pick(["&#xD83D;", "&#xDE00;", "&#xD83D;&#xDE00;", "&#55357;", "<b>&#xDFFF;</b>", "<a>&#xD800;</a>"]),
            _ => Pick(["<b>", "</b>", "<", ">", "</", "<>", "< b>", "<b", "<b/>"]),
        };
        if (_random.Next(3) == 0 && text.Length > 0)
            text.Insert(_random.Next(text.Length + 1), fault);
        else
            text.Append(fault);
    }

    private void Mutate(StringBuilder text)
    {
        for (var i = _random.Next(1, 4); i > 0 && text.Length > 0; i--)
        {
            var at = _random.Next(text.Length);
            switch (_random.Next(3))
            {
                case 0:
                    text.Remove(at, 1);
                    break;
                case 1:
                    text.Insert(at, Pick(["<", ">", "&", "\"", "'", "/", "=", "#", ";", " ", "b", "中"]));
                    break;
                default:
                    text.Insert(at, text.ToString(at, Math.Min(text.Length - at, _random.Next(1, 8))));
                    break;
            }
        }
    }

    private string Quoted(string value) => _random.Next(8) switch
    {
        0 => $"'{value.Replace("'", "", StringComparison.Ordinal)}'",
        1 when value.Length > 0 && value.All(char.IsAsciiLetterOrDigit) => value,
        _ => $"\"{value.Replace("\"", "&quot;", StringComparison.Ordinal)}\"",
    };

    private string Space() => Pick([" ", " ", " ", "\n", "\t ", "  ", "\v"]);

    private string Equal() => Pick(["=", "=", "=", " =", "= ", " = "]);

    private string Noise() => _random.Next(6) == 0
        ? " " + Pick(["x", "x=y", "id=\"1\"", "class='c'", "data-a=\"&lt;\"", "title=\"中&amp;\"", "A=B.c-d", "disabled ", "href=\"b.com\"", "x=\"" + _random.Next(99).ToString(CultureInfo.InvariantCulture) + "\""])
        : "";

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
