using BotDigest.Bot.Search;
using BotDigest.Formatting.Text;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Tests.Search;

public sealed class SnippetTests
{
    private const string Filler = "这是一段与查询毫无关系的文字，";

    private static readonly Vocabulary Names = Vocabulary.Parse("- name: 华为\n  aliases: [Huawei]").Vocabulary;

    private static readonly string Long = string.Concat(Enumerable.Repeat(Filler, 20));

    [Theory]
    [InlineData("国产AI芯片公司", "芯片", "国产AI[芯片]公司")]
    [InlineData("芯片与芯片", "芯片", "[芯片]与[芯片]")]
    [InlineData("芯片芯片", "芯片", "[芯片芯片]")]
    [InlineData("ＧＰＴ－５ 与 gpt-5", "GPT-5", "[ＧＰＴ－５] 与 [gpt-5]")]
    [InlineData("OpenAI said open", "open", "[Open]AI said [open]")]
    [InlineData("reopen", "open", "reopen")]
    [InlineData("发布 AI 芯片", "AI芯片", "发布 [AI 芯片]")]
    [InlineData("准确率97.9%，C++", "97.9% c++", "准确率[97.9%]，[C++]")]
    [InlineData("國產晶片，開源", "国产 开源", "[國產]晶片，[開源]")]
    [InlineData("华为与 Huawei 及 Huaweis", "HUAWEI", "[华为]与 [Huawei] 及 [Huawei]s")]
    [InlineData("华为与 Huawei 及 Huaweis", "\"HUAWEI\"", "华为与 [Huawei] 及 Huaweis")]
    [InlineData("芯片与模型", "芯片 -模型 from:2026", "[芯片]与模型")]
    [InlineData("没有", "芯片", "没有")]
    [InlineData("", "芯片", "")]
    [InlineData("上一行\n• 芯片", "芯片", "上一行 • [芯片]")]
    public void Hits_are_bold(string text, string query, string marked) => Assert.Equal(marked, Show(Of(text, query)));

    [Fact]
    public void A_long_text_is_cut_round_the_hit()
    {
        var snippet = Of(Long + "这里有芯片。" + Long, "芯片");
        Assert.StartsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 80, 105);
        Assert.Contains("[芯片]", Show(snippet), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_hit_the_text_begins_at_its_beginning()
    {
        var snippet = Of(Long, "芯片");
        Assert.StartsWith(Filler, snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.Empty(snippet.Entities);
    }

    [Fact]
    public void The_place_with_the_most_words_is_shown()
    {
        var snippet = Of("芯片" + Long + "华为的芯片" + Long, "芯片 华为");
        Assert.Contains("[华为]的[芯片]", Show(snippet), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_does_not_part_a_word_or_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("internationalization ", 10)) + "芯片" + string.Concat(Enumerable.Repeat("🚀", 100));
        for (var more = 0; more < 25; more++)
        {
            var snippet = Of(new string('字', more) + text, "芯片").Text;
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(snippet)));
            Assert.Matches("^…?(字*internationalization )*芯片", snippet);
        }
    }

    [Fact]
    public void Any_text_and_query_give_a_snippet_whose_entities_lie_inside_it()
    {
        const string characters = "芯片模型ab1AＡ -.\n🚀\u0301，";
        var random = new Random(1);
        for (var i = 0; i < 5_000; i++)
        {
            var snippet = Of(Any(random.Next(300)), Any(random.Next(1, 4)) + " " + Any(random.Next(3)));
            Assert.DoesNotContain('\n', snippet.Text);
            var end = 0;
            foreach (var entity in snippet.Entities)
            {
                Assert.True(entity.Offset >= end && entity.Length > 0 && entity.End <= snippet.Length);
                end = entity.End;
            }
        }

        string Any(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => characters[random.Next(characters.Length)]));
    }

    private static FormattedText Of(string text, string query) => Snippet.Of(text, SearchQuery.Parse(query, new DateOnly(2026, 1, 15), Names));

    private static string Show(FormattedText text)
    {
        var shown = text.Text;
        foreach (var entity in text.Entities.Reverse())
            shown = shown.Insert(entity.End, "]").Insert(entity.Offset, "[");
        return shown;
    }
}
