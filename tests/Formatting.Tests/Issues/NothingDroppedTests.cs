using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Issues;

/// <summary>What an author writes is shown, or the check says that it is not.</summary>
public sealed class NothingDroppedTests
{
    private const string Head = "---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## 节\n\n### 甲\n\n";

    [Theory]
    [InlineData("<script>\n\n文字\n", "error MD014 10 <script>")]
    [InlineData("<style>\n文字\n", "error MD014 10 <style>")]
    [InlineData("<SCRIPT>\n</style>\n", "error MD014 10 <script>")]
    [InlineData("<div>\n<script>文字\n</div>\n\n文字\n", "error MD014 11 <script>")]
    [InlineData("<!-- 以后再写\n\n文字\n", "error MD014 10 <!--")]
    [InlineData("- <!-- 以后再写\n\n  文字\n", "error MD014 10 <!--")]
    [InlineData("<pre>\n\n文字\n", "warning MD013 10 <pre>")]
    [InlineData("<textarea>\n\n文字\n", "warning MD013 10 <textarea>")]
    [InlineData("<pre>\n文字\n</pre>\n\n<script>\na\n</script>\n\n<!-- 注 -->\n", "")]
    public void What_is_never_closed_is_found_and_is_an_error_where_it_hides_text(string markdown, string expected)
    {
        var problems = new IssueParser().Parse(Head + markdown).Problems.Where(p => p.Code is "MD013" or "MD014");

        Assert.Equal(expected, string.Join(" / ", problems.Select(p => $"{p.Severity.ToString().ToLowerInvariant()} {p.Code} {p.Line} {string.Join('|', p.Arguments)}")));
    }

    [Theory]
    [InlineData("用 <script> 标签", "P:用 标签")]
    [InlineData("**用 <style> 标签**之后</style>文字", "P:用 标签之后文字")]
    [InlineData("前<script>隐藏</script>后", "P:前后")]
    [InlineData("<!-- 注 --> 文字", "P:文字")]
    [InlineData("<!-- 注 -- 一 --> 文字 <!-- 注 -- 二 -->", "P:文字")]
    [InlineData("<!-- 注\n\n还是注 -->\n\n文字", "P:文字")]
    public void A_script_or_comment_hides_no_more_than_itself(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("<blockquote>\n\n文字\n\n<div>之后</div>", "P:文字 P:之后")]
    [InlineData("<blockquote>\n\n文字\n\n</blockquote>\n\n<div>之后</div>", "P:文字 P:之后")]
    [InlineData("<blockquote>引文</blockquote>\n\n<div>之后</div>", "Q:引文 P:之后")]
    public void A_quote_of_HTML_ends_with_its_block(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("1. ```bash\n   ls\n   ```", "L:1. C:ls")]
    [InlineData("1. > 引用", "L:1. Q:引用")]
    [InlineData("- ## 小标题\n- 乙", "L:• 小标题 L:• 乙")]
    [InlineData("1. - 甲\n   - 乙", "L:1. L:    ◦ 甲 L:    ◦ 乙")]
    [InlineData("- <!-- 注 -->\n\n  甲", "L:• 甲")]
    [InlineData("- 甲\n\n  > 乙", "L:• 甲 Q:乙")]
    public void An_item_keeps_its_mark_whatever_it_begins_with(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("- **[国产模型发布](/x)**", "S 国产模型发布 (/x)|||", "LINK004")]
    [InlineData("- **[国产模型发布](/x)**：文字", "S 国产模型发布 (/x)|：|P:文字|", "LINK004")]
    [InlineData("- [国产模型发布](/x)：文字", "S 国产模型发布 (/x)|：|P:文字|", "LINK004")]
    [InlineData("- **国产模型**[发布](/x)：文字", "S 国产模型发布 (/x)|：|P:文字|", "LINK004")]
    [InlineData("- **[国产模型发布](example.com/x)**：文字", "S 国产模型发布|：|P:文字|http://example.com/x", "LINK001")]
    [InlineData("- **国产模型发布**[链接](example.com/x)：文字", "S 国产模型发布|：|P:文字|http://example.com/x", "LINK001")]
    [InlineData("### [甲](/x)\n\n文字", "S 甲 (/x)||P:文字|", "LINK004")]
    [InlineData("### 甲\n\n[乙<a href='https://b.example/'>丙</a>丁](https://a.example/)", "S 甲||P:乙丙 (https://b.example/)丁|", "LINK008")]
    [InlineData("### 甲\n\n<a href='https://a.example/'>乙[丙](https://b.example/)</a>", "S 甲||P:乙丙 (https://b.example/)|", "LINK008")]
    [InlineData("### 甲\n\n<a href='https://a.example/'>乙<a href='https://b.example/'>丙</a>丁</a>", "S 甲||P:乙丙 (https://b.example/)丁|", "LINK008")]
    [InlineData("### <a href='https://a.example/'>乙[丙](https://b.example/)</a>\n\n文字", "S 乙丙 (https://b.example/)||P:文字|https://b.example/", "LINK008")]
    [InlineData("### 甲\n\n![乙[丙](https://b.example/)](https://a.example/)", "S 甲||P:乙丙 (https://b.example/)|", "LINK008")]
    public void An_address_that_cannot_be_a_link_is_written_out_and_reported_once(string markdown, string expected, string code)
    {
        Assert.Equal(expected, IssueOf.Items(markdown));
        Assert.Equal([code], new IssueParser().Parse(Head.Replace("### 甲\n\n", "", StringComparison.Ordinal) + markdown).Problems.Select(p => p.Code));
    }

    [Theory]
    [InlineData("前<![CDATA[1 < 2]]>后", "P:前1 < 2后", "")]
    [InlineData("<![CDATA[\n1 < 2\n]]>", "P:1 < 2", "")]
    [InlineData("![](https://a.example/ \"图\")", "P:图", "")]
    [InlineData("![图](https://a.example/ \"题\")", "P:图", "LINK009 题")]
    [InlineData("[甲][一]\n\n[一]: https://a.example/ '题'", "P:甲", "LINK009 题")]
    [InlineData("<a href=\"https://a.example/\" title=\"题\">甲</a>", "P:甲", "LINK009 题")]
    [InlineData("<img src=\"https://a.example/\" alt=\"\" title=\"图\">", "P:图", "")]
    [InlineData("```cs 甲 乙\n1\n```", "C:1", "MD016 甲 乙")]
    [InlineData("```一个有空格的，或者三十二个字符以内写不完的语言名字，它当然不是语言\n1\n```", "C:1", "MD016 一个有空格的，或者三十二个字符以内写不完的语言名字，它当然不是语言")]
    [InlineData("<div class=\"telegram-card\">广告\n\n甲", "", "MD006 甲 / MD017 ")]
    [InlineData("<div class=\"telegram-card\"><div>广告</div>\n\n甲", "", "MD006 甲 / MD017 ")]
    [InlineData("<div class=\"telegram-card\"><div>广告</div></div>\n\n甲", "P:甲", "")]
    [InlineData("- 甲\n\n  <div class=\"telegram-card\">广告", "L:• 甲", "MD017 ")]
    [InlineData("> 甲\n> ---\n> 乙", "Q:甲\n乙", "MD018 甲")]
    public void What_no_message_shows_is_text_or_reported(string markdown, string expected, string problems)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
        Assert.Equal(problems, string.Join(" / ", new IssueParser().Parse(Head + markdown).Problems.Select(p => $"{p.Code} {string.Join('|', p.Arguments)}")));
    }

    [Theory]
    [InlineData("| 甲 | 乙 | 丙 |\n|---|---|---|\n| [一](https://a.example/) | | 1 |\n| [二](https://b.example/) | | |", "L:• 甲：一；乙：—；丙：1 L:• 甲：二")]
    [InlineData("| [甲](https://a.example/) | 乙 |\n|---|---|\n| | |", "L:• 甲：—；乙：—")]
    [InlineData("| [甲](https://a.example/) | 乙 |\n|---|---|", "L:• 甲；乙")]
    [InlineData("| **甲：** | 乙: |\n|---|---|\n| [一](https://a.example/) | 二 |", "L:• 甲：一；乙：二")]
    [InlineData("| ： | 乙 |\n|---|---|\n| [一](https://a.example/) | 二 |", "L:• ：一；乙：二")]
    public void The_header_of_an_empty_column_is_told_once(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("[编者注]: 本文为转载", "P:[编者注]: 本文为转载")]
    [InlineData("甲\n\n[编者注]: 本文为转载\n\n乙", "P:甲 P:[编者注]: 本文为转载 P:乙")]
    [InlineData("[编者注]: 本文为转载\n乙", "P:[编者注]: 本文为转载 P:乙")]
    [InlineData("> [编者注]: 本文为转载", "Q:[编者注]: 本文为转载")]
    [InlineData("> 甲\n>\n> [编者注]: 本文为转载\n\n乙", "Q:甲\n[编者注]: 本文为转载 P:乙")]
    [InlineData("- 甲\n- [编者注]: 本文为转载\n- 乙", "L:• 甲 L:• [编者注]: 本文为转载 L:• 乙")]
    [InlineData("- 甲\n\n  [编者注]: 本文为转载\n\n乙", "L:• 甲 L:  [编者注]: 本文为转载 P:乙")]
    [InlineData("[一]: /甲 '乙'\n[二]: https://example.com\n\n[二]", "P:[一]: /甲 乙 P:二")]
    [InlineData("[一]: https://example.com\n[一]: https://example.org\n\n[一]", "P:[一]: https://example.org P:一")]
    [InlineData("甲[^1]\n\n[^1]: 注\n\n[编者注]: 本文为转载", "P:甲[1] P:[编者注]: 本文为转载")]
    public void A_link_definition_that_nothing_refers_to_is_text(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("### **[甲](https://a.example/)** [乙](https://b.example/)\n\n文字")]
    [InlineData("- **[国产模型](https://a.example/) 与 [发布会](https://b.example/)**：文字")]
    [InlineData("- **[国产模型发布](https://a.example/)**[链接](https://b.example/)：文字")]
    [InlineData("- **[国产模型发布](https://a.example/)**[发布会](https://b.example/)：文字")]
    [InlineData("- [国产模型发布](https://a.example/)**[发布会](https://b.example/)**：文字")]
    [InlineData("### [甲](https://a.example/)\n\n**[影响](https://b.example/)：** 文字")]
    [InlineData("### [甲](https://a.example/) <a href='https://b.example/'>乙</a>\n\n文字")]
    [InlineData("### [**甲**](https://a.example/)与<a href='https://b.example/'>乙</a>\n\n文字")]
    [InlineData("### <a href='https://b.example/'>乙</a> [甲](https://a.example/)\n\n文字")]
    [InlineData("### [甲](https://a.example/) ![图](https://b.example/)\n\n文字")]
    [InlineData("### [甲](https://a.example/) <img src='https://b.example/' alt='图'>\n\n文字")]
    [InlineData("- **国产模型<a href='https://b.example/'>发布</a>**[链接](https://a.example/)：文字")]
    [InlineData("- **国产模型![图](https://b.example/)**[链接](https://a.example/)：文字")]
    [InlineData("- **国产模型<a href='https://b.example/'>发布</a>**[发布会](https://a.example/)：文字")]
    [InlineData("### [甲](https://a.example/)\n\n**<a href='https://b.example/'>影响</a>：** 文字")]
    public void Each_address_of_a_headline_or_label_stays_a_link(string markdown)
    {
        var issue = IssueOf.Section(markdown);
        var story = Assert.Single(issue.Stories);
        var texts = story.Blocks.OfType<Block.Paragraph>().Select(p => p.Text).Prepend(story.Headline);
        var links = texts.SelectMany(t => t.Entities).Where(e => e.Kind == EntityKind.TextLink).Select(e => e.Argument).Append(story.Url).Distinct();

        Assert.Equal(["https://a.example/", "https://b.example/"], links.Order());
        foreach (var layout in Enum.GetValues<Layout>())
        {
            var messages = DigestComposer.Compose(issue, new DigestOptions { Layout = layout }).Messages;
            var shown = messages.SelectMany(m => m.Content.Text.Entities).Where(e => e.Kind == EntityKind.TextLink).Select(e => e.Argument).Distinct();
            var ofHeadline = story.Headline.Entities.Where(e => e.Kind == EntityKind.TextLink).Select(e => e.Argument).Append(story.Url).Distinct();
            Assert.Equal(layout == Layout.Brief ? ofHeadline.Order() : ["https://a.example/", "https://b.example/"], shown.Order());
        }
    }
}
