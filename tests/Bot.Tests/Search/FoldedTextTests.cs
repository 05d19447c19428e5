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
