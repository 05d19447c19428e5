using System.Text;

namespace BotDigest.Formatting.Tests.Problems;

/// <summary>A row a code, for the codes that the file of one issue can raise.</summary>
internal static class ProblemRows
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("这一句话正好十个字。", 410));

    private static readonly string Links = string.Concat(Enumerable.Repeat("，[文](https://example.com)", 200));

    internal static IReadOnlyList<ProblemRow> All { get; } =
    [
        new("ENC001", [.. "---\ntitle: 😀"u8, 0xE9, .. "!\n"u8], 2, 10, "E9|15", [.. "---\ntitle: 😀é!\n"u8]),
        new("ENC002", Gb18030("---\ntitle: 国产模型\ndate: 2026-02-03\n---\n\n## 节\n\n### 甲\n\n正文。\n"), 1, 1, "", Encoding.UTF8.GetBytes("---\ntitle: 国产模型\n")),
        new("ENC003", [.. "---\ntitle"u8, 0, .. ": x\n"u8], 2, 6, "9", [.. "---\ntitle : x\n"u8]),
        new("ENC004", new byte[(256 * 1024) + 1], 1, 1, "257|256", [.. Enumerable.Repeat((byte)'a', 256 * 1024)]),
        ProblemRow.Of("ENC005", 1, 1, "", " \n\t\n", "-"),
        ProblemRow.Of("FM001", 1, 1, "", "# 标题\n\n正文。\n", "\n---\ntitle: 标题\ndate: 2026-02-03\n---\n\n正文。\n"),
        ProblemRow.Of("FM002", 3, 1, "", "---\ndate: 2026-02-03\n---\n\n正文。\n", "---\ndate: 2026-02-03\ntitle: 0\n---\n\n正文。\n"),
        ProblemRow.Of("FM003", 3, 1, "2026-02-03", "---\ntitle: 标题\n---\n\n正文。\n", "---\ntitle: 标题\ndate: '2026-02-03'\n---\n\n正文。\n"),
        ProblemRow.Of("FM004", 3, 7, "2026/2/3", "---\ntitle: 标题\ndate: 2026/2/3\n---\n\n正文。\n", "---\ntitle: 标题\ndate: 2026-02-03\n---\n\n正文。\n"),
        ProblemRow.Of("FM005", 2, 10, "title: 标题: 副标题", "---\ntitle: 标题: 副标题\ndate: 2026-02-03\n---\n\n正文。\n", "---\ntitle: 标题：副标题\ndate: 2026-02-03\n---\n\n正文。\n"),
        ProblemRow.Of("FM006", 4, 1, "", "---\ntitle: 标题\ndate: 2026-02-03\n\n正文。\n", "---\ntitle: 标题\ndate: 2026-02-03\n...\n\n正文。\n"),
        ProblemRow.Front("FM007", 4, 11, "&a", "category: &a AI", "category: '&a AI'"),
        ProblemRow.Front("FM008", 4, 1, "title", "title: 另一个", "category: 另一个"),
        ProblemRow.Front("FM009", 4, 1, "auther", "auther: 小王", "seo: 小王"),
        ProblemRow.Front("FM010", 4, 12, "明天", "publishAt: 明天", "publishAt: 2026-02-03T08:00+08:00"),
        ProblemRow.Front("FM011", 4, 8, "draft|maybe", "draft: maybe", "draft: yes"),
        ProblemRow.Front("FM012", 4, 11, "category", "category: [甲, 乙]", "category: 甲、乙"),
        ProblemRow.Front("FM013", 4, 13, "cover.png", "coverImage: cover.png", "coverImage: https://example.com/cover.png"),
        ProblemRow.Front("FM014", 3, 7, "2026-02-04|2026-02-03", "", "date2: x") with { FileName = "2026-02-04.md" },
        ProblemRow.Of("FM015", 3, 7, "2027-02-04", "---\ntitle: 标题\ndate: 2027-02-04\n---\n\n正文。\n", "---\ntitle: 标题\ndate: 2027-02-03\n---\n\n正文。\n"),
        ProblemRow.Front("FM016", 6, 5, "量子炒锅上市", "summary: |\n  - 甲\n  - 量子炒锅上市", "summary: |\n  - 正文"),
        ProblemRow.Body("FM017", 6, 1, "乙|标题", "# 乙\n\n正文。\n", "# 标题\n\n正文。\n"),
        ProblemRow.Front("FM018", 5, 1, "- AI", "tags:\n\t- AI", "tags:\n  - AI"),
        ProblemRow.Front("FM019", 4, 11, "\"AI 日报", "category: \"AI 日报", "category: \"AI 日报\""),
        ProblemRow.Front("FM020", 4, 1, "category：AI", "category：AI", "category: AI：日报"),
        ProblemRow.Front("FM021", 4, 11, "AI 日报\"", "category: AI 日报\"", "category: 他说\"好\""),
        ProblemRow.Front("FM022", 5, 7, "100, 九", "category: AI\ntags: [一, 二, 三, 四, 五, 六, 七, \"100\", 九]", "category: AI\ntags: [一, 二, AI, 三, 四, 五, 六, 七]"),
        ProblemRow.Body("MD001", 6, 1, "17|16", string.Concat(Enumerable.Repeat("一段没有空行的话", 700)), string.Concat(Enumerable.Repeat("一段话。\n\n", 700))),
        ProblemRow.Body("MD002", 6, 1, "", new string('>', 200) + " 深", new string('>', 20) + " 深"),
        ProblemRow.Body("MD003", 6, 3, "**", "正文**要点：文字\n", "正文**要点**：文字，2 \\*\\* 3\n"),
        ProblemRow.Body("MD004", 6, 2, "mark", "H<mark>2</mark>O\n", "H<sub>2</sub>O, 10<sup>-6</sup><br>a < b\n"),
        ProblemRow.Body("MD005", 6, 1, "https://example.com/a.png", "![](https://example.com/a.png)\n", "![图](https://example.com/a.png)\n"),
        ProblemRow.Body("MD006", 8, 1, "甲", "## 节\n\n### 甲\n\n---\n\n<!-- 以后再写 -->\n\n### 乙\n\n正文。\n", "## 节\n\n### 甲\n\n<!-- 以后 --> 再写\n"),
        ProblemRow.Body("MD007", 8, 1, "^a", "正文。\n\n[^a]: 注\n", "正文[^a]。\n\n[^a]: 注\n"),
        ProblemRow.Body("MD008", 6, 3, "^a", "正文[^a]。\n", "正文[^a]。\n\n[^a]: 注\n"),
        ProblemRow.Body("MD009", 5, 1, "", "\n", "正文。\n"),
        ProblemRow.Body("MD010", 6, 1, "", string.Concat(Enumerable.Repeat("*a", 7000)), string.Concat(Enumerable.Repeat("*a*", 100))),
        ProblemRow.Body("MD011", 6, 1, "##标题", "##标题\n", "#标题 \\##标题\n\n## 标题\n\n#标题\n"),
        ProblemRow.Body("MD012", 7, 1, "-**乙**：文字", "- **甲**：文字\n-**乙**：文字\n", "- 甲\n- 乙\n\n-5 度，-甲\n"),
        ProblemRow.Body("MD013", 6, 1, "~~~", "~~~python\nprint(1)\n\n## 节\n", "~~~python\nprint(1)\n~~~\n\n<!-- 注 -->\n"),
        ProblemRow.Body("MD014", 8, 1, "<!--", "## 节\n\n<!-- 以后再写\n\n正文。\n", "## 节\n\n<!-- 以后\n\n再写 -->\n\n正文。\n"),
        ProblemRow.Body("MD015", 8, 1, "[编者注]: 本文为转载", "正文。\n\n[编者注]: 本文为转载\n", "正文见[一]和![图][二]。\n\n[一]: https://example.com\n[二]: https://example.com/a.png '图'\n"),
        ProblemRow.Body("MD016", 6, 1, "示例 一", "```python 示例 一\nprint(1)\n```\n", "```python\nprint(1)\n```\n"),
        ProblemRow.Body("MD017", 8, 1, "", "## 节\n\n<div class=\"telegram-card\">\n\n正文。\n\n### 甲\n\n正文。\n", "## 节\n\n<div class=\"telegram-card\">\n\n广告。\n\n</div>\n\n正文。\n"),
        ProblemRow.Body("MD018", 8, 1, "正文", "## 节\n\n正文\n---\n别的。\n", "## 节\n\n正文\n\n---\n\n标题\n===\n\n别的。\n"),
        ProblemRow.Body("MD019", 8, 3, "<script>", "<div>\n文字\n  <script>甲</script>\n</div>\n", "<div>\n文字\n</div>\n\n用 <script> 标签\n"),
        ProblemRow.Body("MD020", 6, 3, "x\u030A|U+030A", "文 x\u030A 字\n", "文 A\u030A 字\n"),
        ProblemRow.Body("LINK001", 6, 3, "example.com/a", "见：[文字](example.com/a)\n", "见：[文字](https://example.com/a)\n"),
        ProblemRow.Body("LINK002", 6, 3, "[文字](https://example.com/a b)", "见：[文字](https://example.com/a b)\n", "见：[文字](<https://example.com/a b>)\n"),
        ProblemRow.Body("LINK003", 6, 3, "[文字]（https://example.com）", "见：[文字]（https://example.com）\n", "见：【文字】（https://example.com）\n"),
        ProblemRow.Body("LINK004", 6, 3, "/a", "见：[文字](/a)\n", "见：[文字](tg://resolve?domain=a)\n"),
        ProblemRow.Body("LINK005", 6, 3, "文字", "见：[文字]()\n", "见：[文字] ()\n"),
        ProblemRow.Body("LINK006", 6, 2, "https://example.com/a.png", "[![图](https://example.com/a.png)](https://example.com)\n", "![图](https://example.com/a.png) [文字](https://example.com)\n"),
        ProblemRow.Body("LINK007", 6, 3, "[文字](https://example.com", "见：[文字](https://example.com\n", "见：[文字](https://example.com)\n"),
        ProblemRow.Body("LINK008", 6, 6, "https://example.com/b", "见：[文字<a href=\"https://example.com/b\">乙</a>](https://example.com/a)\n", "见：[文字](https://example.com/a)<a href=\"https://example.com/b\">乙</a>\n"),
        ProblemRow.Body("LINK009", 6, 3, "标题", "见：[文字](https://example.com \"标题\")\n", "见：[文字](https://example.com) ![](https://example.com/a.png \"图\")\n"),
        ProblemRow.Body("LINK010", 6, 1, "https://example.com", "# [标题](https://example.com)\n\n正文。\n", "# 标题\n\n[正文](https://example.com)。\n"),
        ProblemRow.Body("STORY001", 8, 1, "", "## 节\n\n###\n\n正文。\n", "## 节\n\n### 甲\n\n正文。\n"),
        ProblemRow.Body("STORY002", 12, 5, "国产模型！|8", "## 节\n\n### 国产模型\n\n正文。\n\n### 国产模型！\n\n别的。\n", "## 节\n\n### 国产模型\n\n正文。\n\n### 国产模型二\n\n别的。\n"),
        ProblemRow.Body(
            "STORY003", 12, 5, "https://EXAMPLE.com/a/|8", "## 节\n\n### [甲](https://example.com/a)\n\n正文。\n\n### [乙](https://EXAMPLE.com/a/)\n\n别的。\n",
            "## 节\n\n### [甲](https://example.com/a)\n\n正文。\n\n### [乙](https://example.com/A)\n\n别的。\n"),
        ProblemRow.Body("STORY004", 8, 5, "4102|4096", "## 节\n\n### 甲\n\n" + Long + "\n", "## 节\n\n### 甲\n\n" + Long[..4000] + "\n"),
        ProblemRow.Body("STORY005", 10, 1, "随想", "## 节\n\n### 甲\n\n**随想：** 文字\n", "## 节\n\n### 甲\n\n**影响：** 文字\n"),
        ProblemRow.Body("STORY006", 8, 5, "国产模型，发布！|2026-02-02|2026-02-02.md:8", "## 节\n\n### 国产模型，发布！\n\n正文。\n", "## 节\n\n### 国产模型再发布\n\n正文。\n"),
        ProblemRow.Body("STORY007", 8, 3, "http://example.com/a/|2026-02-02|2026-02-02.md:8", "## 节\n\n- [乙](http://example.com/a/)\n", "## 节\n\n- [乙](http://example.com/)\n"),
        ProblemRow.Body("STORY008", 10, 1, "深度解读 & 洆察|深度解读 & 洞察", "## 节\n\n### 甲\n\n**深度解读 & 洆察：**\n\n文字\n", "## 节\n\n### 甲\n\n**深度解读 & 洞察：**\n\n文字\n"),
        ProblemRow.Body("STORY009", 8, 3, "201|100|8|32", "## 节\n\n- **甲**" + Links + "\n", "## 节\n\n- **甲**" + Links[..(Links.Length / 5)] + "\n"),
        ProblemRow.Of("VOC001", 1, 9, "- name: \"华为", "- name: \"华为\n", "- name: \"华为\"\n"),
        ProblemRow.Of("VOC002", 2, 3, "", "- name: 华为\n  colour: red\n", "- name: 华为\n  aliases: Huawei\n"),
        ProblemRow.Of("VOC003", 2, 3, "", "- 华为\n- aliases: [Huawei]\n", "- Huawei\n"),
        ProblemRow.Of("VOC004", 2, 3, "ＨＵＡＷＥＩ|1", "- Huawei\n- ＨＵＡＷＥＩ\n", "- Huawei\n- 华为\n"),
    ];

    /// <summary>The issue of the day before, which the codes about earlier issues need.</summary>
    internal static byte[] DayBefore { get; } = "---\ntitle: 昨天\ndate: 2026-02-02\n---\n\n## 节\n\n### [国产模型发布](https://example.com/a)\n\n正文。\n"u8.ToArray();

    private static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text);
}
