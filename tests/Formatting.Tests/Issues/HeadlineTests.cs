using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

public sealed class HeadlineTests
{
    [Theory]
    [InlineData("- **国产模型发布**[链接](https://example.com/a)：文字", "S 国产模型发布|：|P:文字|https://example.com/a")]
    [InlineData("- **国产模型发布** [原文](https://example.com/a)：文字", "S 国产模型发布|：|P:文字|https://example.com/a")]
    [InlineData("- **国产模型发布**[Source](https://example.com/a); text", "S 国产模型发布||P:; text|https://example.com/a")]
    [InlineData("- [国产模型发布](https://example.com/a)：文字", "S 国产模型发布|：|P:文字|https://example.com/a")]
    [InlineData("- **[国产模型发布](https://example.com/a)**：文字", "S 国产模型发布|：|P:文字|https://example.com/a")]
    [InlineData("- [**国产模型发布**](https://example.com/a): 文字", "S 国产模型发布|:|P:文字|https://example.com/a")]
    [InlineData("- **国产模型发布**；文字", "S 国产模型发布|；|P:文字|")]
    [InlineData("- **国产模型发布：** 文字", "S 国产模型发布|：|P:文字|")]
    [InlineData("- **国产模型发布**", "S 国产模型发布|||")]
    [InlineData("- **国产模型发布**\n  - 细节", "S 国产模型发布||L:    ◦ 细节|")]
    public void A_brief_begins_with_its_headline_in_one_of_four_ways(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Items(markdown));
    }

    [Theory]
    [InlineData("- 国产模型今天发布，文字", "S 国产模型今天发布|，|P:文字|")]
    [InlineData("- 国产模型今天发布。", "S 国产模型今天发布。|||")]
    [InlineData("- 今天，国产模型发布", "S 今天，国产模型发布|||")]
    [InlineData("- 国产模型[今天发布](https://example.com/a)：文字", "S 国产模型今天发布|：|P:文字|https://example.com/a")]
    public void Under_more_news_every_bullet_is_a_story(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Items(markdown, "更多动态"));
        Assert.Equal(expected, IssueOf.Items(markdown, "06 其他动态"));
    }

    [Theory]
    [InlineData("### [甲](https://example.com/a)\n\n- **一句很长很长的话**：文字", "S 甲||L:• 一句很长很长的话：文字|https://example.com/a")]
    [InlineData("### 甲\n\n文字", "S 甲||P:文字|")]
    [InlineData("### 甲\n\n- **核心条款**：文字\n- **争议**：文字", "S 甲||L:• 核心条款：文字 L:• 争议：文字|")]
    [InlineData("### 甲\n\n- **一二三四五六七八**：文字", "S 甲||L:• 一二三四五六七八：文字|")]
    [InlineData("### 甲\n\n- **一二三四五六七八九**：文字", "G 甲 / S 一二三四五六七八九|：|P:文字|")]
    [InlineData("### 甲\n\n<!-- 注 -->\n\n- **一二三四五六七八九**：文字", "G 甲 / S 一二三四五六七八九|：|P:文字|")]
    [InlineData("### 甲\n\n- **一二三四五六七八九**：文字\n- 没有加粗的一条", "G 甲 / S 一二三四五六七八九|：|P:文字| / S 没有加粗的一条|||")]
    [InlineData("### 甲\n\n- **一二三四五六七八九**：文字\n  - 细节", "S 甲||L:• 一二三四五六七八九：文字 L:    ◦ 细节|")]
    [InlineData("### 甲\n\n- **一二三四五六七八九**：文字\n\n**影响：** 文字", "S 甲||L:• 一二三四五六七八九：文字 影响{P:文字}|")]
    [InlineData("### 甲\n\n- 普通的一条\n- 普通的又一条", "S 甲||L:• 普通的一条 L:• 普通的又一条|")]
    public void A_heading_is_a_story_or_groups_the_briefs_under_it(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Items(markdown));
    }

    [Theory]
    [InlineData("### [](https://a.example/)\n\n文字", "S https://a.example/||P:文字|https://a.example/", "STORY001 8:1")]
    [InlineData("### **[](https://a.example/)**\n\n文字", "S https://a.example/||P:文字|https://a.example/", "STORY001 8:1")]
    [InlineData("### ****\n\n文字", "T P:文字", "STORY001 8:1")]
    [InlineData("### ** **\n\n文字", "T P:文字", "STORY001 8:1")]
    [InlineData("### ~~\n\n文字", "T P:文字", "STORY001 8:1")]
    [InlineData("文字\n\n- **\n", "T P:文字 L:• **", "MD003 10:3")]
    public void A_heading_without_words_is_named(string markdown, string expected, string problem)
    {
        Check(markdown, "节", expected, problem);
    }

    [Theory]
    [InlineData("- [](https://a.example/)", "S https://a.example/|||https://a.example/", "STORY001 8:1")]
    [InlineData("文字\n\n- **\n- 甲乙丙", "T P:文字 / S 甲乙丙|||", "STORY001 10:1")]
    public void A_brief_without_words_is_named(string markdown, string expected, string problem)
    {
        Check(markdown, "更多动态", expected, problem);
    }

    [Fact]
    public void A_section_without_words_is_named()
    {
        var (issue, problems) = new IssueParser().Parse("---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## ****\n\n文字\n");

        Assert.Null(Assert.Single(issue!.Sections).Heading);
        Assert.Equal(["STORY001 6:1"], problems.Select(p => $"{p.Code} {p.Line}:{p.Column}"));
    }

    private static void Check(string markdown, string heading, string expected, string problem)
    {
        Assert.Equal(expected, IssueOf.Items(markdown, heading));
        var problems = new IssueParser().Parse($"---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## {heading}\n\n{markdown}\n").Problems;
        Assert.Equal([problem], problems.Select(p => $"{p.Code} {p.Line}:{p.Column}"));
    }
}
