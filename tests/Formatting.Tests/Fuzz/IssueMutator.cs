using System.Text;

namespace BotDigest.Formatting.Tests.Fuzz;

/// <summary>Breaks issues in the ways files break, and in the ways Markdown is hard; the same seed gives the same files.</summary>
internal sealed class IssueMutator(int seed, IReadOnlyList<byte[]> originals)
{
    private static readonly string[] HardCases =
    [
        "**", "***", "__", "_", "~~", "`", "``", "```\n", "~~~\n", "[", "](", "![", "[^1]", "[^1]: ", "[a]: http://a.b\n", "<", ">", "</div>", "<div class=\"telegram-card\">", "<script>", "<!--", "-->", "<a href=\"",
        "<b><i>", "</i></b>", "<br>", "&amp;", "&#0;", "&#xD800;", "&nbsp", "\\", "\\\n", "  \n", "\t", "\r", "\r\n", "\0", "\u200D", "\uFE0F", "\u202E", "\u2060", "\uFEFF", "👨‍👩‍👧‍👦", "🇨🇳", "é", "e\u0301", "|", "|-|-|\n", "\n|a|b|\n|-|:-:|\n|c|d|\n",
        "> ", ">>>>", "- ", "    - ", "1. ", "2. ", "- [ ] ", "- [x] ", "* * *\n", "---\n", "===\n", "# ", "## ", "### ", "#### ", "### [a](http://a.b)\n", "\n\n", "**影响：**", "**影响**：", "**深度解读 & 洞察：**\n", "：", "；",
        "- **标题**[链接](https://a.b)：文\n", "- [标题](https://a.b)：文\n", "## 更多动态\n", "https://a.b/c。", "www.a.b", "a@b.c", "<https://a.b>", "<a@b.c>", "mailto:", "javascript:", "title: ", "date: 2026-99-99\n", "summary: |\n  - ", "&x", "*x", "!!binary ", "? ",
        "{", "}", "]", "\"", "'", "%", "@", "$x$", "==x==", "{#id}", "[[a]]", "((", "))", "（", "）", "【", "】",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next broken file.</summary>
    internal byte[] Next()
    {
        var file = (byte[])originals[_random.Next(originals.Count)].Clone();
        if (_random.Next(4) == 0)
            file = Body(file);
        for (var times = 1 + _random.Next(6); times > 0; times--)
            file = Mutate(file);
        return file;
    }

    private byte[] Mutate(byte[] file)
    {
        var at = _random.Next(file.Length + 1);
        var length = Math.Min(file.Length - at, 1 << _random.Next(10));
        return _random.Next(9) switch
        {
            0 => Flip(file),
            1 => [.. file.AsSpan(0, at), .. file.AsSpan(at + length)],
            2 => Insert(file, at, HardCase(1)),
            3 => Insert(file, at, HardCase(1 + _random.Next(12))),
            4 => Insert(file, at, HardCase(1), HardCase(1), HardCase(1)),
            5 => Insert(file, at, file.AsSpan(at, length).ToArray()),
            6 => Insert(file, at, Piece(originals[_random.Next(originals.Count)])),
            7 => Around(file, at, length, HardCase(1)),
            _ => SwapLines(file),
        };
    }

    private byte[] Flip(byte[] file)
    {
        for (var times = file.Length == 0 ? 0 : 1 + _random.Next(8); times > 0; times--)
            file[_random.Next(file.Length)] ^= (byte)(1 << _random.Next(8));
        return file;
    }

    private byte[] HardCase(int times)
    {
        var text = new StringBuilder();
        var hard = HardCases[_random.Next(HardCases.Length)];
        for (; times > 0; times--)
            text.Append(hard);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Insert(byte[] file, int at, params byte[][] pieces) => [.. file.AsSpan(0, at), .. pieces.SelectMany(p => p), .. file.AsSpan(at)];

    private static byte[] Around(byte[] file, int at, int length, byte[] mark) =>
        [.. file.AsSpan(0, at), .. mark, .. file.AsSpan(at, length), .. mark, .. file.AsSpan(at + length)];

    private byte[] Piece(byte[] file)
    {
        var at = _random.Next(file.Length);
        return file.AsSpan(at, Math.Min(file.Length - at, 1 << _random.Next(11))).ToArray();
    }

    private byte[] SwapLines(byte[] file)
    {
        var lines = Encoding.Latin1.GetString(file).Split('\n');
        var (a, b) = (_random.Next(lines.Length), _random.Next(lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    /// <summary>A file of sound front matter and a piece of another's body, so that mutations reach deep into the reader.</summary>
    private byte[] Body(byte[] file) => [.. "---\ntitle: T\ndate: 2026-02-03\n---\n"u8, .. Piece(file)];
}
