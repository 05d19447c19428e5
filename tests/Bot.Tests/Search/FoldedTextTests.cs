using BotDigest.Bot.Search;

namespace BotDigest.Bot.Tests.Search;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("ＡＩ芯片", "ai芯片")]
    [InlineData("AI 芯片 发布", "ai芯片发布")]
    [InlineData("GPT 5 mini", "gpt 5 mini")]
    [InlineData("GPT\u00A0\u3000\t5", "gpt 5")]
    [InlineData("foo (bar) - baz", "foo(bar)-baz")]
    [InlineData("GPT‑5 – GPT—5 − １", "gpt-5-gpt-5-1")]
    [InlineData("cafe\u0301 CAFÉ", "café café")]
    [InlineData("ｶﾞﾗｽ", "ガラス")]
    [InlineData("한글", "한글")]
    [InlineData("a\r\n\r\nb\n", "a\nb")]
    [InlineData("\n\n", "")]
    [InlineData("A\u200BI\u2060\uFE0F\u00AD", "ai")]
    [InlineData("ΣΊΣΥΦΟΣ σίσυφος", "σίσυφοσ σίσυφοσ")]
    [InlineData("①²㎏ﬁ", "12kgfi")]
    [InlineData("，。！？：；（）", ",。!?:;()")]
    [InlineData("𠮷野家🚀", "𠮷野家🚀")]
    [InlineData("華為發布開源晶片與雲計算臺灣", "华为发布开源晶片与云计算台湾")]
    [InlineData("後來乾杯著名頭髮", "后来干杯着名头发")]
    [InlineData("\0\u0007\uE000\uFFFE", "")]
    public void A_text_is_folded(string text, string folded)
    {
        Assert.Equal(folded, FoldedText.Of(text));
        Assert.Equal(folded, FoldedText.WithOrigins(text).Text);
    }

    [Fact]
    public void Half_a_character_does_no_harm() => Assert.Equal("\uFFFDx\uFFFD", FoldedText.Of("\uD800x\uDC00"));

    [Fact]
    public void Each_character_knows_where_it_comes_from()
    {
        const string text = "Ａ\u0301 ㎏\n芯🚀";
        var folded = FoldedText.WithOrigins(text);
        Assert.Equal("á kg\n芯🚀", folded.Text);
        Assert.Equal(["Ａ\u0301", "", "㎏", "㎏", "\n", "芯", "🚀", "🚀"], folded.Starts.Zip(folded.Ends, (start, end) => text[start..end]));
    }

    [Fact]
    public void Every_traditional_form_becomes_one_simplified_one_and_stays_it()
    {
        var forms = Enumerable.Range(0x3400, 0xA000 - 0x3400).Select(c => new System.Text.Rune(c)).Where(r => SimplifiedForms.Of(r) != r).ToList();
        Assert.InRange(forms.Count, 2_500, 3_500);
        Assert.All(forms, f => Assert.Equal(SimplifiedForms.Of(f), SimplifiedForms.Of(SimplifiedForms.Of(f))));
        Assert.All(forms, f => Assert.Equal(1, FoldedText.Of(f.ToString()).Length));
    }

    [Fact]
    public void Folding_twice_is_folding_once()
    {
        var random = new Random(1);
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 12).Select(_ => (char)random.Next(0x20, 0x10000)));
            var once = FoldedText.Of(text);
            Assert.Equal(once, FoldedText.WithOrigins(text).Text);
            Assert.Equal(once, FoldedText.Of(once));
        }
    }
}
