using System.Text;
using BotDigest.Formatting.Tests.Generated;

namespace BotDigest.Formatting.Tests.Fuzz;

/// <summary>The sound files that are broken: sample issues, the pairs that show every construct, hard ones written by hand, and generated ones.</summary>
internal static class FuzzOriginals
{
    private const int Generated = 24;

    private static readonly string[] Hard =
    [
        "### 甲\n\n<div>\n<ol start=\"3\">\n<li>一<blockquote>二<blockquote>三</blockquote></blockquote></li>\n<li><pre>\tx &lt; y\n</pre></li>\n</ol>\n<table><tr><th>a：</th><td>b</td></tr></table>\n</div>\n\n<script>\nvar a;\n</script>\n",
        "### 甲\n\n　　**影响：** 文\n***启示：*** 文\n<b>点评：</b>文\n**看点**&#65306;文\n\n- 甲\n  1. 乙\n  1. 丙\n\n     > 丁\n     > > 戊\n\n     ```cs\n     a\tb\n     ```\n",
        "- 1. > - [ ] **标题一二三四五六七八**：[a](<b c> \"d\")[^1]\n\n      | a\\|b | `c|d` |\n      |:-:|--:|\n      | **e：** | ![f](g) |\n\n[^1]: > 注\n\n    - 注\n[b]: /x '题'\n",
        "### [甲](https://a.example/)[乙](/x) <a href='tel:1'>丙</a> ![丁](https://a.example/p.png)\n\nA\u030A\u0301x\u030A <mailto:a@b.cc?x=y>、<tel:+86 1>、main.py、https://a.example/。\u202E文\u2028文\n===\n---\n",
        "#### 甲\n### ****\n## \n- [](https://a.example/)\n- **\n1. \n1. - \n\n### 更多\n- **一二三四五六七八九**[链接](https://a.example/)[原文](/x)；Dr. U.S. e.g. 3. 文\n",
        "| 甲 | 乙： |\n|---|---|\n| 一 | 二 |\n| <b>三 | `四 |\n\n> | 甲 |\n> |---|\n> | 乙 |\n\n**影响：**\n\n| 甲 | 乙 | 丙 | 丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁 |\n|---|---|---|---|\n| [一](https://a.example/) | | 👨‍👩‍👧 | ~~四~~ |\n",
    ];

    /// <summary>All of them.</summary>
    /// <param name="root">The folder of the repository.</param>
    /// <param name="seed">Which issues are generated.</param>
    internal static IReadOnlyList<byte[]> All(string root, int seed)
    {
        var generator = new IssueGenerator(seed);
        return
        [
            .. Files(Path.Combine(root, "posts"), "2*.md"),
            .. Files(Path.Combine(root, "tests/Formatting.Tests/Golden"), "*.md"),
            .. Hard.Select(body => Encoding.UTF8.GetBytes("---\ntitle: 标题\ndate: 2026-02-03\nsummary: |\n  - **一**\n  - 二\n---\n\n## 节\n\n" + body)),
            .. Enumerable.Range(0, Generated).Select(_ => Encoding.UTF8.GetBytes(generator.Next().Markdown)),
        ];
    }

    private static IEnumerable<byte[]> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
}
