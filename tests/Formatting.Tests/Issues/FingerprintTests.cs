using System.Text;
using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

public sealed class FingerprintTests
{
    private const string File = """
        ---
        title: 标题
        date: 2026-02-03
        tags: ["AI", "芯片"]
        summary: "- 第一条\n- 第二条"
        ---
        # 标题

        ## 节

        ### [甲](https://example.com/a)

        - **要点**：文字
          - 细节

        **影响：** 一句话

        ```csharp
        var a = 1;
        ```

        > 引文

        ## 更多动态

        - **简讯标题**[链接](https://example.com/b)：一句话[^1]

        [^1]: 注
        """;

    private static readonly string Original = Of(File);

    public static TheoryData<string, string> SameContent { get; } = new()
    {
        { "line ends", File.ReplaceLineEndings("\r\n") },
        { "byte order mark", "\uFEFF" + File },
        { "blank lines", File.Replace("\n\n", "\n\n\n", StringComparison.Ordinal) + "\n\n" },
        { "spaces at line ends", File.Replace("文字\n", "文字 \n", StringComparison.Ordinal) },
        { "order of keys", File.Replace("title: 标题\ndate: 2026-02-03\n", "date: 2026-02-03\ntitle: 标题\n", StringComparison.Ordinal) },
        { "tags as a text", File.Replace("[\"AI\", \"芯片\"]", "AI，芯片", StringComparison.Ordinal) },
        { "summary as a block", File.Replace("summary: \"- 第一条\\n- 第二条\"", "summary: |\n  - 第一条\n  - 第二条", StringComparison.Ordinal) },
        { "marks of bullets", File.Replace("- **要点**", "* __要点__", StringComparison.Ordinal).Replace("  - 细节", "    + 细节", StringComparison.Ordinal) },
        { "a rule", File.Replace("## 更多动态", "---\n\n## 更多动态", StringComparison.Ordinal) },
        { "an unknown key", File.Replace("date:", "author: 小王\ndate:", StringComparison.Ordinal) },
        { "without the heading of the title", File.Replace("# 标题\n\n## 节", "## 节", StringComparison.Ordinal) },
    };

    public static TheoryData<string, string> OtherContent { get; } = new()
    {
        { "title", File.Replace("标题", "题目", StringComparison.Ordinal) },
        { "date", File.Replace("02-03", "02-04", StringComparison.Ordinal) },
        { "tags", File.Replace("芯片", "模型", StringComparison.Ordinal) },
        { "summary", File.Replace("第二条", "第三条", StringComparison.Ordinal) },
        { "draft", File.Replace("date:", "draft: true\ndate:", StringComparison.Ordinal) },
        { "retracted", File.Replace("date:", "retracted: true\ndate:", StringComparison.Ordinal) },
        { "time", File.Replace("date:", "publishAt: 2026-02-03T08:00\ndate:", StringComparison.Ordinal) },
        { "section", File.Replace("## 节", "## 一节", StringComparison.Ordinal) },
        { "address", File.Replace("com/a", "com/c", StringComparison.Ordinal) },
        { "emphasis", File.Replace("一句话\n", "一句*话*\n", StringComparison.Ordinal) },
        { "depth", File.Replace("  - 细节", "- 细节", StringComparison.Ordinal) },
        { "label", File.Replace("影响：", "启示：", StringComparison.Ordinal) },
        { "language of code", File.Replace("csharp", "fsharp", StringComparison.Ordinal) },
        { "space in code", File.Replace("a = 1", "a  = 1", StringComparison.Ordinal) },
        { "quote made text", File.Replace("> 引文", "引文", StringComparison.Ordinal) },
        { "separator", File.Replace("b)：", "b)；", StringComparison.Ordinal) },
        { "note", File.Replace("]: 注", "]: 注释", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(SameContent))]
    public void What_readers_do_not_see_leaves_it_as_it_is(string change, string file)
    {
        Assert.NotEqual(File, file);
        Assert.True(Of(file) == Original, change);
    }

    [Theory]
    [MemberData(nameof(OtherContent))]
    public void What_readers_see_changes_it(string change, string file)
    {
        Assert.NotEqual(File, file);
        Assert.True(Of(file) != Original, change);
    }

    [Fact]
    public void The_name_of_the_file_and_the_day_have_no_part_in_it()
    {
        var bytes = Encoding.UTF8.GetBytes(File);

        Assert.Equal(Original, new IssueParser().Parse(bytes, "2026-02-03.md", new DateOnly(2026, 2, 3)).Issue!.Fingerprint);
        Assert.Equal(Original, new IssueParser().Parse(bytes, "folder/renamed.md", new DateOnly(2020, 1, 1)).Issue!.Fingerprint);
        Assert.Matches("^[0-9a-f]{64}$", Original);
    }

    private static string Of(string file) => new IssueParser().Parse(file).Issue!.Fingerprint;
}
