using System.Text;

namespace BotDigest.Formatting.Tests.Fuzz;

/// <summary>Breaks issues in the ways files break, and in the ways Markdown is hard; the same seed gives the same files.</summary>
internal sealed class IssueMutator(int seed, IReadOnlyList<byte[]> originals)
{
    private const string FrontMatter = "---\ntitle: T\ndate: 2026-02-03\n---\n";

    private static readonly string[] HardCases =
    [
        "**", "***", "__", "_", "~~", "`", "``", "```\n", "~~~\n", "[", "](", "![", "[^1]", "[^1]: ", "[a]: http://a.b\n", "<", ">", "</div>", "<div class=\"telegram-card\">", "<script>", "<!--", "-->", "<a href=\"",
        "<b><i>", "</i></b>", "<br>", "&amp;", "&#0;", "&#xD800;", "&nbsp", "\\", "\\\n", "  \n", "\t", "\r", "\r\n", "\0", "\u200D", "\uFE0F", "\u202E", "\u2060", "\uFEFF", "👨‍👩‍👧‍👦", "🇨🇳", "é", "e\u0301", "|", "|-|-|\n", "\n|a|b|\n|-|:-:|\n|c|d|\n",
        "> ", ">>>>", "- ", "    - ", "1. ", "2. ", "- [ ] ", "- [x] ", "* * *\n", "---\n", "===\n", "# ", "## ", "### ", "#### ", "### [a](http://a.b)\n", "\n\n", "**影响：**", "**影响**：", "**深度解读 & 洞察：**\n", "：", "；",
        "- **标题**[链接](https://a.b)：文\n", "- [标题](https://a.b)：文\n", "## 更多动态\n", "https://a.b/c。", "www.a.b", "a@b.c", "<https://a.b>", "<a@b.c>", "mailto:", "javascript:", "title: ", "date: 2026-99-99\n", "summary: |\n  - ", "&x", "*x", "!!binary ", "? ",
        "<ol start=\"5\">", "<li>", "</li>", "<ul>\n", "</ol>\n", "<pre>", "</pre>", "<blockquote>", "</blockquote>", "<table><tr><td>", "</td><td>", "</script>", "<style>", "A\u030A", "\u030A", "\u0333", "　　**影响：**", "***影响：***",
        "<b>影响：</b>", "**影响&#65306;**", "<mailto:a@b.c>", "<tel:+1>", "1. a\n1. b\n", "7) a\n", "### ****\n", "### [](http://a.b)\n", "- [](http://a.b)\n", "Dr. ", "U.S. ", "&emsp;", "\u3000", "\u2028",
        "{", "}", "]", "\"", "'", "%", "@", "$x$", "==x==", "{#id}", "[[a]]", "((", "))", "（", "）", "【", "】",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next broken file: one in eight broken in its bytes, the others in their characters, most of those below sound front matter.</summary>
    internal byte[] Next()
    {
        if (_random.Next(8) == 0)
            return BreakBytes();
        var file = Encoding.UTF8.GetString(originals[_random.Next(originals.Count)]);
        if (_random.Next(4) == 0)
            file = FrontMatter + Piece(originals[_random.Next(originals.Count)]);
        var from = _random.Next(8) == 0 ? 0 : Math.Max(0, file.IndexOf("\n---", StringComparison.Ordinal)) + 5;
        var body = file[Math.Min(from, file.Length)..];
        for (var times = 1 + _random.Next(6); times > 0; times--)
            body = Mutate(body);
        return Encoding.UTF8.GetBytes(file[..Math.Min(from, file.Length)] + body);
    }

    private byte[] BreakBytes()
    {
        var file = (byte[])originals[_random.Next(originals.Count)].Clone();
        for (var times = 1 + _random.Next(8); times > 0; times--)
            file[_random.Next(file.Length)] ^= (byte)(1 << _random.Next(8));
        var at = _random.Next(file.Length);
        return _random.Next(2) == 0 ? file : file[..at];
    }

    private string Mutate(string text)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, 1 << _random.Next(9));
        return _random.Next(9) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text.Insert(at, HardCase(1)),
            3 => text.Insert(at, HardCase(1 + _random.Next(12))),
            4 => text.Insert(at, HardCase(1) + HardCase(1) + HardCase(1)),
            5 => text.Insert(at, Piece(originals[_random.Next(originals.Count)])),
            6 => text.Insert(at + length, HardCase(1) is var mark ? mark : "").Insert(at, mark),
            7 => text.Insert(at, ((char)_random.Next(0x10000)).ToString()),
            _ => SwapLines(text),
        };
    }

    private string HardCase(int times) => string.Concat(Enumerable.Repeat(HardCases[_random.Next(HardCases.Length)], times));

    private string Piece(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        var at = _random.Next(text.Length);
        return text.Substring(at, Math.Min(text.Length - at, 1 << _random.Next(11)));
    }

    private string SwapLines(string text)
    {
        var lines = text.Split('\n');
        var (a, b) = (_random.Next(lines.Length), _random.Next(lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return string.Join('\n', lines);
    }
}
