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
}
