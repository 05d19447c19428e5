using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Tests.Issues;

/// <summary>Blocks of HTML.</summary>
public sealed class HtmlBlockTests
{
    [Theory]
    [InlineData("<ol start=\"5\"><li>甲</li><li>乙</li></ol>", "P:5. 甲\n6. 乙")]
    [InlineData("<ol start='0'><li>甲</li></ol>", "P:0. 甲")]
    [InlineData("<ol start=x><li>甲</li></ol>", "P:1. 甲")]
    [InlineData("<ol start=99999999999><li>甲</li></ol>", "P:1. 甲")]
    [InlineData("<ol start=2147483647><li>甲</li><li>乙</li></ol>", "P:2147483647. 甲\n2147483648. 乙")]
    [InlineData("<ol start=3><li>甲<ol><li>乙</li></ol></li><li>丙</li></ol>", "P:3. 甲\n    1. 乙\n4. 丙")]
    [InlineData("<ol><li>甲</li><li value=7>乙</li><li>丙</li></ol>", "P:1. 甲\n7. 乙\n8. 丙")]
    [InlineData("<ul start=3><li value=7>甲</li></ul>", "P:• 甲")]
    public void A_numbered_list_begins_where_it_says(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("<table>\n<tr><th></th><th>分</th></tr>\n<tr><td>甲</td><td></td><td>1</td></tr>\n</table>", "P:| 分\n甲 | | 1")]
    [InlineData("<table><tr><td>甲</td><td>乙</td><tr><td>丙</td><td>丁</td></table>", "P:甲 | 乙\n丙 | 丁")]
    public void An_empty_cell_keeps_its_place(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("<pre><code class=\"hljs language-python\">x</code></pre>", "python")]
    [InlineData("<pre class='language-c++'>x</pre>", "c++")]
    [InlineData("<pre><code class='language-'>x</code></pre>", null)]
    [InlineData("<pre><code>x</code></pre>", null)]
    [InlineData("<pre class='language-a'>y</pre>\n<pre>x</pre>", null)]
    public void Preformatted_text_keeps_its_language(string markdown, string? language)
    {
        var code = Assert.IsType<Block.Preformatted>(Assert.Single(IssueOf.Section("### 标题\n\n" + markdown).Stories).Blocks[^1]);
        Assert.Equal(("x", language), (code.Text, code.Language));
    }

    [Theory]
    [InlineData("<pre>    if a:\n        b\n</pre>", "C:    if a:\n        b")]
    [InlineData("<pre>\n    if a:\n\n        b\n</pre>", "C:    if a:\n\n        b")]
    [InlineData("<pre><code>\n  \n\tif a:\n\tb\tc</code></pre>", "C:    if a:\n    b   c")]
    [InlineData("<pre>甲 <b>乙</b>\t丙</pre>", "C:甲 乙 丙")]
    [InlineData("<pre>\n</pre>\n\n文", "P:文")]
    [InlineData("<pre>  甲 <a href='https://a.example/'>乙</a>\n    丙</pre>", "P:甲 乙\n    丙")]
    public void Preformatted_text_keeps_its_indentation(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("<blockquote>甲<blockquote>乙</blockquote>丙</blockquote>丁", "Q:甲\n┃ 乙\n丙 P:丁")]
    [InlineData("<blockquote><blockquote>甲<br>乙<blockquote>丙</blockquote></blockquote></blockquote>", "Q:┃ 甲\n┃ 乙\n┃ ┃ 丙")]
    [InlineData("<blockquote>甲<pre>  乙</pre></blockquote>", "Q:甲\n  乙")]
    [InlineData("<blockquote>甲</blockquote></blockquote>乙", "Q:甲 P:乙")]
    [InlineData("<blockquote>甲<blockquote>乙", "Q:甲\n┃ 乙")]
    [InlineData("<blockquote><blockquote></blockquote></blockquote>甲", "P:甲")]
    [InlineData("**影响：** 文\n\n<blockquote>甲<blockquote>乙</blockquote></blockquote>", "影响{P:文 Q:┃ 甲\n┃ ┃ 乙}")]
    public void A_quote_in_a_quote_has_its_mark(string markdown, string expected)
    {
        Assert.Equal(expected, IssueOf.Blocks(markdown));
    }

    [Theory]
    [InlineData("<div>\n文字\n  <mark>甲</mark>\n</div>", "MD004 12:3")]
    [InlineData("<div>文字 <mark>甲</mark></div>", "MD004 10:9")]
    [InlineData("<p>\n\n<p>\n\n<div>文字\n甲 <a href=\"/x\">乙</a>", "LINK004 15:3")]
    [InlineData("- 甲\n\n  <div>\n  <img src=\"https://a.example/b.png\">\n  </div>", "MD005 13:3")]
    [InlineData("> <div>\n>   <mark>甲</mark>", "MD004 11:5")]
    [InlineData("<!-- 注\n注 --> <mark>甲</mark>", "MD004 11:7")]
    [InlineData("<div>甲\n<div class=\"telegram-card\">乙", "MD017 11:1")]
    [InlineData("文\n\n<div>甲\n<style>乙</style></div>", "MD019 13:1")]
    [InlineData("文 <style>乙</style>", "MD019 10:3")]
    public void A_problem_in_a_block_is_named_where_it_stands(string markdown, string expected)
    {
        var problem = Assert.Single(new IssueParser().Parse("---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## 节\n\n### 甲\n\n" + markdown).Problems);

        Assert.Equal(expected, $"{problem.Code} {problem.Line}:{problem.Column}");
    }

    [Fact]
    public void Quotes_too_deep_to_be_read_are_a_problem_and_take_no_time()
    {
        var quotes = string.Concat(Enumerable.Repeat("<blockquote>甲\n", 12_000));

        var problems = new IssueParser().Parse("---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## 节\n\n### 甲\n\n" + quotes).Problems;

        Assert.Contains(problems, problem => problem.Code == "MD002" && problem.Line == 26);
    }

    [Fact]
    public void Lists_too_deep_to_be_read_are_indented_no_further()
    {
        var text = Assert.IsType<Block.Paragraph>(Assert.Single(Assert.Single(IssueOf.Section("### 甲\n\n" + string.Concat(Enumerable.Repeat("<ul><li>乙", 30))).Stories).Blocks)).Text.Text;

        Assert.Equal(30, text.Count(c => c == '乙'));
        Assert.Equal(64 + "▪ 乙".Length, text.Split('\n').Max(line => line.Length));
    }
}
