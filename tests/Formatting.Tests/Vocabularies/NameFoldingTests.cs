using System.Text;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Formatting.Tests.Vocabularies;

public sealed class NameFoldingTests
{
    [Fact]
    public void A_character_that_is_folded_by_itself_is_folded_as_Unicode_folds_it()
    {
        var wrong = Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)
            .Where(c => !char.IsSurrogate(c) && c != '…' && !NameFolding.MayNeedForm(c))
            .Where(c => NameFolding.Narrow(c).ToString() != c.ToString().Normalize(NormalizationForm.FormKC));
        Assert.Empty(wrong.Select(c => $"U+{(int)c:X4}"));
    }

    [Fact]
    public void So_is_a_character_of_two_halves()
    {
        var wrong = Enumerable.Range(0x10000, 0x10_0000).Select(c => new Rune(c).ToString())
            .Where(c => !NameFolding.NeedsForm(c) && c.Normalize(NormalizationForm.FormKC) != c);
        Assert.Empty(wrong.Select(c => $"U+{char.ConvertToUtf32(c, 0):X}"));
    }

    [Theory]
    [InlineData("ＧＰＴ－５．２", "GPT-5.2")]
    [InlineData("ﬁne ①", "fine 1")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("华为　云 ", "华为 云 ")]
    [InlineData("……", "……")]
    [InlineData("🤖🏆🅰", "🤖🏆🅰")]
    [InlineData("🄰", "A")]
    public void Width_and_form_are_made_one(string text, string folded) => Assert.Equal(folded, NameFolding.Fold(text));
}
