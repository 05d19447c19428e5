using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

public sealed class FrontMatterTests
{
    [Fact]
    public void All_keys_are_read()
    {
        var issue = Read("""
            title: "标题： 副标题"
            category: AI 日报
            tags: ["AI", "芯片"]
            seo: 不用
            coverImage: https://example.com/封面 1.png
            summary: "- 第一条\n- **第二条**"
            draft: true
            publishAt: 2026-02-03T08:30+08:00
            retracted: yes
            """);

        Assert.Equal(("标题： 副标题", "AI 日报", "https://example.com/封面%201.png", true, true), (issue.Title, issue.Category, issue.CoverImage, issue.Draft, issue.Retracted));
        Assert.Equal(["AI", "芯片"], issue.Tags);
        Assert.Equal(["第一条", "第二条"], issue.Summary.Select(s => s.Text));
        Assert.True(issue.SummaryIsList);
        Assert.Equal(new PublishAt(new DateTime(2026, 2, 3, 8, 30, 0), TimeSpan.FromHours(8)), issue.PublishAt);
    }

    [Theory]
    [InlineData("tags: AI，芯片、模型, 产品", "AI|芯片|模型|产品")]
    [InlineData("tags:\n- AI\n- 芯片", "AI|芯片")]
    [InlineData("tags:\n  - AI\n  - \"芯片\"", "AI|芯片")]
    [InlineData("tags: AI", "AI")]
    [InlineData("tags: []", "")]
    [InlineData("tags:", "")]
    public void Tags_are_a_list_or_a_text_with_commas(string front, string expected) => Assert.Equal(expected, string.Join('|', Read("title: 标题\n" + front).Tags));

    [Theory]
    [InlineData("summary: |\n  - 第一条\n  - 第二条", "第一条|第二条", true)]
    [InlineData("summary:\n  - 第一条\n  - 第二条", "第一条|第二条", true)]
    [InlineData("summary: \"• 第一条\\n• 第二条\"", "第一条|第二条", true)]
    [InlineData("summary: 一段话，没有要点。", "一段话，没有要点。", false)]
    [InlineData("summary: |\n  一段话，\n  分成两行。", "一段话，分成两行。", false)]
    [InlineData("summary: ''", "", false)]
    public void A_summary_is_bullets_or_prose(string front, string expected, bool isList)
    {
        var issue = Read("title: 标题\n" + front);

        Assert.Equal((expected, isList), (string.Join('|', issue.Summary.Select(s => s.Text)), issue.SummaryIsList));
    }

    [Theory]
    [InlineData("2026-02-03T08:30", null)]
    [InlineData("2026-02-03 08:30", null)]
    [InlineData("2026-02-03T08:30:00Z", 0)]
    [InlineData("2026-02-03 08:30-05:00", -5)]
    public void A_time_to_publish_at_may_have_an_offset(string text, int? offset) =>
        Assert.Equal(new PublishAt(new DateTime(2026, 2, 3, 8, 30, 0), offset is { } hours ? TimeSpan.FromHours(hours) : null), Read($"title: 标题\npublishAt: {text}").PublishAt);

    [Theory]
    [InlineData("\n\n---\ntitle: 标题\ndate: 2026-02-03\n---\n正文")]
    [InlineData("---  \r\ntitle: 标题\r\ndate: 2026-02-03\r\n---\t\r\n正文")]
    [InlineData("---\ntitle: 标题\ndate: 2026-02-03\n...\n正文")]
    [InlineData("\uFEFF---\ntitle: 标题\ndate: 2026-02-03\n---\n正文")]
    [InlineData("---\n# 说明\ntitle: 标题 # 说明\ndate: \"2026-02-03\"\n---\n正文")]
    public void Front_matter_stands_between_lines_of_three_dashes(string file)
    {
        var (issue, problems) = new IssueParser().Parse(file);

        Assert.Empty(problems);
        Assert.Equal(("标题", new DateOnly(2026, 2, 3)), (issue!.Title, issue.Date));
    }

    private static Issue Read(string front) => new IssueParser().Parse($"---\ndate: 2026-02-03\n{front}\n---\n\n正文\n").Issue!;
}
