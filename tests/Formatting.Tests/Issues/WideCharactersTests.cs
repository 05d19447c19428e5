using BotDigest.Formatting.Issues.Reading;

namespace BotDigest.Formatting.Tests.Issues;

public sealed class WideCharactersTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc 1", 5)]
    [InlineData("é", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("ae\u0301b", 3)]
    [InlineData("模型", 4)]
    [InlineData("模型 GPT-5", 10)]
    [InlineData("（1）", 5)]
    [InlineData("ｶﾀｶﾅ", 4)]
    [InlineData("한글", 4)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("😀", 2)]
    [InlineData("👍🏽", 2)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("甲👨‍👩‍👧‍👦乙", 6)]
    [InlineData("❤️", 2)]
    [InlineData("1️⃣", 2)]
    [InlineData("a1️⃣b", 4)]
    [InlineData("🇨🇳", 2)]
    [InlineData("🇨🇳🇺🇸", 4)]
    [InlineData("x\u200By", 2)]
    public void A_character_takes_the_columns_that_a_reader_sees(string text, int columns)
    {
        Assert.Equal(columns, WideCharacters.Columns(text));
    }
}
