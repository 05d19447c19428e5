using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

public sealed class LabelTests
{
    [Theory]
    [InlineData("**影响：** 文字", "影响{P:文字}")]
    [InlineData("**影响**：文字", "影响{P:文字}")]
    [InlineData("**影响:** 文字", "影响{P:文字}")]
    [InlineData("**影响**: 文字", "影响{P:文字}")]
    [InlineData("**影响** ：文字", "影响{P:文字}")]
    [InlineData("**影响： ** 文字", "P:**影响： ** 文字")]
    [InlineData("__影响：__ 文字", "影响{P:文字}")]
    [InlineData("**影响：**文字", "影响{P:文字}")]
    [InlineData("**影响：**\n文字", "影响{P:文字}")]
    [InlineData("**影响：**\n\n文字", "影响{P:文字}")]
    [InlineData("**影响**：\n文字", "影响{P:文字}")]
    [InlineData("**影响**：\n\n文字一\n\n文字二", "影响{P:文字一 P:文字二}")]
    [InlineData("**深度解读 & 洞察：**\n- 甲\n- 乙", "深度解读 & 洞察{L:• 甲 L:• 乙}")]
    [InlineData("**影响：**\n2. 乙\n3. 丙", "影响{L:2. 乙 L:3. 丙}")]
    [InlineData("**影响：**\n\n2. 乙\n3. 丙", "影响{L:2. 乙 L:3. 丙}")]
    [InlineData("**影响：**\n1、甲\n2、乙", "影响{L:1、甲 L:2、乙}")]
    [InlineData("**影响：** ① 甲\n② 乙", "影响{L:① 甲 L:② 乙}")]
    [InlineData("**影响：**", "影响{}")]
    [InlineData("　　**影响：** 文字", "影响{P:文字}")]
    [InlineData("前言\n　　**影响：** 文字", "P:前言 影响{P:文字}")]
    [InlineData("&emsp;&emsp;**影响：** 文字", "影响{P:文字}")]
    [InlineData("&nbsp; **影响**：文字", "影响{P:文字}")]
    [InlineData("***影响：*** 文字", "影响{P:文字}")]
    [InlineData("***影响***：文字", "影响{P:文字}")]
    [InlineData("**_影响：_** 文字", "影响{P:文字}")]
    [InlineData("_**影响**_：文字", "影响{P:文字}")]
    [InlineData("**影响&#65306;** 文字", "影响{P:文字}")]
    [InlineData("**影响**&#xFF1A;文字", "影响{P:文字}")]
    [InlineData("**影响**&colon;文字", "影响{P:文字}")]
    [InlineData("<b>影响：</b> 文字", "影响{P:文字}")]
    [InlineData("<strong>影响</strong>：文字", "影响{P:文字}")]
    [InlineData("<B><i>影响：</i></B>\n- 甲", "影响{L:• 甲}")]
    [InlineData("前言\n<b>影响：</b>文字", "P:前言 影响{P:文字}")]
    [InlineData("**<u>影响：</u>** 文字", "影响{P:文字}")]
    [InlineData("**影响∶** 文字", "影响{P:文字}")]
    [InlineData("**影响**﹕文字", "影响{P:文字}")]
    public void A_bold_label_with_a_colon_opens_a_part_however_it_is_spelt(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("**影响：** 甲\n\n**启示：** 乙", "影响{P:甲} 启示{P:乙}")]
    [InlineData("**影响：** 甲\n**启示：** 乙", "影响{P:甲} 启示{P:乙}")]
    [InlineData("前言\n**影响：** 甲", "P:前言 影响{P:甲}")]
    [InlineData("**影响：** 甲\n\n- 乙\n\n丙\n\n---\n\n丁", "影响{P:甲 L:• 乙 P:丙} P:丁")]
    [InlineData("**影响：** 甲\n\n> 乙", "影响{P:甲 Q:┃ 乙}")]
    public void A_part_ends_at_the_next_label_or_rule(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("**影响**文字", "P:影响文字")]
    [InlineData("文字**影响：** 文字", "P:文字影响： 文字")]
    [InlineData("*影响：* 文字", "P:影响： 文字")]
    [InlineData("~~影响：~~ 文字", "P:影响： 文字")]
    [InlineData("- **影响：** 文字", "L:• 影响： 文字")]
    [InlineData("　　影响：文字", "P:影响：文字")]
    [InlineData("<b>影响</b>文字", "P:影响文字")]
    [InlineData("<b>影响：文字", "P:影响：文字")]
    [InlineData("<i>影响：</i>文字", "P:影响：文字")]
    [InlineData("<b>影\n响：</b>文字", "P:影响：文字")]
    [InlineData("<b></b>：文字", "P:：文字")]
    [InlineData("<b><a href='https://a.example/'>影响</a>：</b>文字", "P:影响：文字")]
    [InlineData("***影响：* 文字**", "P:影响： 文字")]
    [InlineData("**这一整句话都是加粗的它不是一个标签而是一个完整句子：** 文字", "P:这一整句话都是加粗的它不是一个标签而是一个完整句子： 文字")]
    public void What_is_no_label_is_text(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("深度解读 & 洆察", "STORY008")]
    [InlineData("深度解渎 & 洞察", "STORY008")]
    [InlineData("深解度读", "STORY008")]
    [InlineData("为什么重", "STORY008")]
    [InlineData("影晌", "STORY008")]
    [InlineData("key takeawys", "STORY008")]
    [InlineData("💡 深解度读", "STORY008")]
    [InlineData("深度解析", "")]
    [InlineData("译者注", "")]
    [InlineData("译者按", "STORY005")]
    [InlineData("💡 影响", "")]
    [InlineData("一、影响", "")]
    [InlineData("2. 影响", "")]
    [InlineData("【影响】", "")]
    [InlineData("“洞察”", "")]
    [InlineData("🔥", "STORY005")]
    [InlineData("随想", "STORY005")]
    [InlineData("IMPACT", "")]
    [InlineData("深度解读＆洞察", "")]
    [InlineData("影响", "")]
    public void A_mistyped_label_works_and_is_named(string label, string code)
    {
        var (issue, problems) = new IssueParser().Parse($"---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## 节\n\n### 标题\n\n**{label}：** 文字\n");

        var labelled = Assert.IsType<Block.Labelled>(Assert.Single(Assert.Single(issue!.Stories).Blocks));
        Assert.Equal((label, code), (labelled.Label, string.Join(' ', problems.Select(p => p.Code))));
    }
}
