using System.Text;

namespace BotDigest.Formatting.Tests.Fuzz;

/// <summary>Files made to be slow or deep: each pattern fills a paragraph or a file.</summary>
internal static class HostileIssues
{
    private const string FrontMatter = "---\ntitle: T\ndate: 2026-02-03\n---\n";

    private static readonly string[] Repeated =
    [
        "[a](", "[a](b", "[", "]", "![", "[a][", "[^1]", "[a]: b\n", "[^a]: b\n", "*", "**", "*a", "**a ", "a*", "***a", "_", "_a", "~~", "~~a", "`", "``a", "`a``", "<", "<a", "<a href=\"", "<b>", "</b>", "<!--", "<?", "<!A", "<![CDATA[",
        "&", "&amp", "&#1;", "\\", "\\*", "|", "|-", "|a|\n|-|\n", "a|b\n", "a|b\n-|-\n", "https://a.b/", "https://", "www.", "www.a.b/(", "a@b.c ", "<a@b.c", ":", "：", "**a**：", "**影响：**\n", "- ", "- a\n", "1. a\n", "> ", ">a\n", "# ", "#",
        "- [ ] ", "**a**[链接](b)：", "(", ")", "a  \n", "a\n", "\t", "[a](<b", "[a](b \"", "***a** b* ", "*a **b ***c ", "“**", "**“a”**中", "<div>\n", "<div>\n\n", "</div>\n", "```\n", "~~~a\n", "    a\n", "===\n", "---\n", "- - ", "1) ", "> - ", "\r",
        "中", "👨‍👩‍👧", "e\u0301", "\u200D", "<div class=\"telegram-card\">\n\n",
        "<blockquote>", "<blockquote>a\n", "<ol start=9><li>a", "<pre>\t", "<td>|", "<script></script>", "&nbsp;**a：**\n", "<b>a：</b>b\n", "A\u030A", "1. a\n1. b\n", "a. ", "<mailto:a@b.cc>", "- [](a)\n", "|甲|乙|\n",
        "{", "$", "!", "## a\n", "### a\n", "### [a](https://b.c)\n", "- **标题一二三四五六七八**：文\n",
    ];

    /// <summary>Each pattern in one paragraph of 16 KiB and in a file of 256 KiB, and the nestings.</summary>
    internal static IEnumerable<(string Name, string Text)> All()
    {
        foreach (var pattern in Repeated)
        {
            yield return ($"{Shown(pattern)} to 16 KiB", FrontMatter + Filled(pattern, 16 * 1024));
            yield return ($"{Shown(pattern)} to 256 KiB", FrontMatter + Filled(pattern, (256 * 1024) - 64));
            yield return ($"paragraphs of {Shown(pattern)}", FrontMatter + Paragraphs(pattern));
            yield return ($"front matter of {Shown(pattern)}", $"---\ntitle: T\ndate: 2026-02-03\nsummary: {Filled(pattern, 64 * 1024)}\n---\n");
        }

        foreach (var (open, close) in new[] { (">", ""), ("- ", ""), ("[", "]"), ("**a", "**"), ("*", "*"), ("<b>", "</b>"), ("(", ")"), ("<blockquote>", "</blockquote>"), ("<div><blockquote>a\n", "</blockquote>"), ("<ul><li>", ""), ("1. ", ""), ("> - ", "") })
            yield return ($"{open} nested 10,000 deep", FrontMatter + string.Concat(Enumerable.Repeat(open, 10_000)) + "a" + string.Concat(Enumerable.Repeat(close, 10_000)));
        yield return ("yaml nested 10,000 deep", $"---\ntitle: T\ndate: 2026-02-03\ntags: {new string('[', 10_000)}{new string(']', 10_000)}\n---\n");
        yield return ("yaml maps nested 10,000 deep", $"---\ntitle: T\ndate: 2026-02-03\nx: {string.Concat(Enumerable.Repeat("{a: ", 10_000))}1{new string('}', 10_000)}\n---\n");
        yield return ("a summary and stories by the thousand", $"---\ntitle: T\ndate: 2026-02-03\nsummary: |\n{string.Concat(Enumerable.Range(0, 4_000).Select(i => $"  - 第{i}条摘要\n"))}---\n## 更多动态\n{string.Concat(Enumerable.Range(0, 4_000).Select(i => $"- 这是{i}号新闻\n"))}");
        yield return ("ends of tags that were never opened", FrontMatter + "<div>" + Filled("<b>", 120_000) + Filled("</i>", 100_000));
        yield return ("links in links", FrontMatter + "<div>" + Filled("<a href=https://b.c/>x", 200_000) + Filled("</b>", 50_000));
        yield return ("definitions that nothing refers to", FrontMatter + string.Concat(Enumerable.Repeat("[a]: b\n\nx\n\n", 1_990)) + Filled("x\n\n", 20_000));
        yield return ("list nested by indentation", FrontMatter + string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', i * 2) + "- a\n")));
    }

    private static string Filled(string pattern, int bytes)
    {
        var size = Encoding.UTF8.GetByteCount(pattern);
        return string.Concat(Enumerable.Repeat(pattern, bytes / size));
    }

    private static string Paragraphs(string pattern)
    {
        var paragraph = Filled(pattern, 15 * 1024).TrimEnd('\n') + "\n\n";
        return string.Concat(Enumerable.Repeat(paragraph, 16));
    }

    private static string Shown(string pattern) => pattern.ReplaceLineEndings("⏎");
}
