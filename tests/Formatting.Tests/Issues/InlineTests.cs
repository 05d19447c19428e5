using System.Text;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Issues;

/// <summary>Inline Markdown next to Chinese text and its marks: <c>‹b:…›</c> stands for an entity.</summary>
public sealed class InlineTests
{
    [Theory]
    [InlineData("**“引号”**中文", "‹b:“引号”›中文")]
    [InlineData("中文**“引号”**", "中文‹b:“引号”›")]
    [InlineData("中文**（括号）**中文", "中文‹b:（括号）›中文")]
    [InlineData("字节**“豆包”**App上线，**阿里**跟进。", "字节‹b:“豆包”›App上线，‹b:阿里›跟进。")]
    [InlineData("App**《书名》**3上线，用GPT**（新版）**3次", "App‹b:《书名》›3上线，用GPT‹b:（新版）›3次")]
    [InlineData("他说“好”**App**上线，~~【旧】~~App下架", "他说“好”‹b:App›上线，‹s:【旧】›App下架")]
    [InlineData("他的**要点：**文字", "他的‹b:要点：›文字")]
    [InlineData("他说：**好。**然后", "他说：‹b:好。›然后")]
    [InlineData("价格**￥99**起", "价格‹b:￥99›起")]
    [InlineData("**《书名》**、**《另一本》**", "‹b:《书名》›、‹b:《另一本》›")]
    [InlineData("中文*斜体*中文", "中文‹i:斜体›中文")]
    [InlineData("中文***两者***中文", "中文‹i:‹b:两者››中文")]
    [InlineData("降价~~99元~~，现价3~4元、5~6元", "降价‹s:99元›，现价3~4元、5~6元")]
    [InlineData("snake_case_name 与 __粗体__", "snake_case_name 与 ‹b:粗体›")]
    [InlineData("中文`code`中文", "中文‹c:code›中文")]
    [InlineData("见**`code`**：文字", "见‹c:code›：文字")]
    [InlineData("见[文字](https://example.com/a)。", "见‹a:文字›。")]
    [InlineData("见[文字](https://example.com/a)（链接）", "见‹a:文字›（链接）")]
    [InlineData("见https://example.com/a，然后", "见‹a:https://example.com/a›，然后")]
    [InlineData("见https://example.com/a。然后", "见‹a:https://example.com/a›。然后")]
    [InlineData("见https://zh.wikipedia.org/wiki/人工智能_(电影)，然后", "见‹a:https://zh.wikipedia.org/wiki/人工智能_(电影)›，然后")]
    [InlineData("（见 https://example.com/wiki/甲_(乙)）与 https://example.com/a(乙)。", "（见 ‹a:https://example.com/wiki/甲_(乙)›）与 ‹a:https://example.com/a›(乙)。")]
    [InlineData("（https://example.com/a）", "（‹a:https://example.com/a›）")]
    [InlineData("论文 https://a.example/x、https://b.example/y；代码：https://c.example/z。", "论文 ‹a:https://a.example/x›、‹a:https://b.example/y›；代码：‹a:https://c.example/z›。")]
    [InlineData("[来源 https://example.com/a]后", "[来源 ‹a:https://example.com/a›]后")]
    [InlineData("准确率<1%，成本&lt;3元 & 其他", "准确率<1%，成本<3元 & 其他")]
    [InlineData("2 \\* 3 \\** 4", "2 * 3 ** 4")]
    [InlineData("第一行\n第二行", "第一行第二行")]
    [InlineData("first line\nsecond line", "first line second line")]
    [InlineData("中文\nEnglish", "中文 English")]
    [InlineData("第一行  \n第二行", "第一行\n第二行")]
    [InlineData("A\u030Angstro\u0308m、**a\u030A**、`u\u030A`、w\u030Ay\u030A、U&#778;", "Ångstro\u0308m、‹b:å›、‹c:ů›、ẘẙ、Ů")]
    [InlineData("a\u0301\u030A、x\u030A", "a\u0301、x")]
    [InlineData("a\u2028b，甲\u2029乙", "a b，甲 乙")]
    public void Marks_mean_the_same_next_to_Chinese_as_anywhere(string markdown, string expected)
    {
        Assert.Equal(expected, Write(Assert.IsType<Block.Paragraph>(Assert.Single(Assert.Single(IssueOf.Section("### 标题\n\n" + markdown).Stories).Blocks)).Text));
    }

    private static string Write(FormattedText text)
    {
        var written = new StringBuilder();
        for (var at = 0; at <= text.Length; at++)
        {
            written.Append('›', text.Entities.Count(e => e.End == at));
            foreach (var entity in text.Entities.Where(e => e.Offset == at))
                written.Append('‹').Append(Letter(entity.Kind)).Append(':');
            if (at < text.Length)
                written.Append(text.Text[at]);
        }

        return written.ToString();
    }

    private static char Letter(EntityKind kind) => kind switch
    {
        EntityKind.Bold => 'b',
        EntityKind.Italic => 'i',
        EntityKind.Strikethrough => 's',
        EntityKind.Code => 'c',
        EntityKind.TextLink => 'a',
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
