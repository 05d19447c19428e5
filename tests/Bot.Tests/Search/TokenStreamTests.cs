using BotDigest.Bot.Search;

namespace BotDigest.Bot.Tests.Search;

public sealed class TokenStreamTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("芯", "芯")]
    [InlineData("芯片战", "芯片 片战 战")]
    [InlineData("B站", "b 站")]
    [InlineData("站B", "站 b")]
    [InlineData("AI芯片", "ai 芯片 片")]
    [InlineData("Qwen3-TTS", "qwen3 [-] tts")]
    [InlineData("C++", "c [+] [+]")]
    [InlineData("97.9%", "97 [.] 9 [%]")]
    [InlineData("GPT 5", "gpt 5")]
    [InlineData("𠮷野🚀", "𠮷野 野 🚀")]
    [InlineData("カナ漢字", "カナ ナ汉 汉字 字")]
    [InlineData("上\n下", "上 / 下")]
    public void Folded_text_is_cut_into_tokens(string text, string tokens) => Assert.Equal(tokens, Show(FoldedText.Of(text)));

    [Fact]
    public void A_word_without_an_end_is_cut_into_pieces() =>
        Assert.Equal([128, 128, 44], TokenStream.Cut(new string('x', 300)).Select(t => t.Text.Length));

    [Fact]
    public void No_token_holds_what_an_engine_would_read_as_syntax()
    {
        var everything = string.Concat(Enumerable.Range(0, 0x3000).Where(c => c is < 0xD800 or > 0xDFFF).Select(c => (char)c));
        Assert.All(TokenStream.Cut(FoldedText.Of(everything)), t => Assert.DoesNotContain(t.Text, c => c < '\x80' && !char.IsAsciiLetterOrDigit(c) || char.IsWhiteSpace(c)));
        Assert.DoesNotContain(TokenStream.Tag(TagName.Of("a\"b' *c\\")), c => c < '\x80' && !char.IsAsciiLetterOrDigit(c));
    }

    [Fact]
    public void A_tag_is_no_word() => Assert.NotEqual("ai", TokenStream.Tag(TagName.Of("AI")));

    [Fact]
    public void A_tag_is_one_token_however_it_is_spaced() => Assert.Equal(TokenStream.Tag(TagName.Of("AI 日报")), TokenStream.Tag(TagName.Of("#ａｉ日报")));

    /// <summary>Punctuation that was moved out of the way is shown in brackets, the end of a line as a stroke.</summary>
    private static string Show(string folded) =>
        string.Join(' ', TokenStream.Cut(folded).Select(t => t.Text switch
        {
            TokenStream.LineEnd => "/",
            [>= '\uE000' and < '\uE080' and var c] => $"[{(char)(c - 0xE000)}]",
            var text => text,
        }));
}
