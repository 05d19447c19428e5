using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Digests;

public sealed class TextPartsTests
{
    private const string Family = "👨‍👩‍👧‍👦";

    [Theory]
    [InlineData("第一段。\n\n第二段。", 6)]
    [InlineData("第一行。\n第二行。", 5)]
    [InlineData("第一句。第二句。", 4)]
    [InlineData("一二三四", 2)]
    [InlineData("abcdefgh", 4)]
    public void A_text_is_cut_near_its_middle_at_the_best_place(string text, int middle) => Assert.Equal(middle, TextParts.Middle(FormattedText.Plain(text), 0, text.Length));

    [Fact]
    public void What_a_reader_sees_as_one_character_stays_whole()
    {
        var text = Family + Family + Family;

        Assert.Equal(0, TextParts.Middle(FormattedText.Plain(text), 0, text.Length)!.Value % Family.Length);
        Assert.Null(TextParts.Middle(FormattedText.Plain(Family), 0, Family.Length));
    }

    [Fact]
    public void A_link_is_not_cut_where_there_is_another_place()
    {
        var text = new FormattedText("ab" + new string('c', 40) + "d", [new TextEntity(EntityKind.TextLink, 2, 40, "https://example.com/")]);

        Assert.Equal(2, TextParts.Middle(text, 0, text.Length));
    }

    [Fact]
    public void A_link_that_is_all_there_is_is_cut_in_its_middle()
    {
        var text = new FormattedText(new string('c', 40), [new TextEntity(EntityKind.TextLink, 0, 40, "https://example.com/")]);

        Assert.Equal(20, TextParts.Middle(text, 0, text.Length));
    }

    [Fact]
    public void A_hashtag_is_not_cut_where_there_is_another_place()
    {
        var text = "a #" + new string('x', 30);

        Assert.Equal(2, TextParts.Middle(FormattedText.Plain(text), 0, text.Length));
    }

    [Fact]
    public void A_line_that_ends_inside_a_link_is_no_place_to_cut()
    {
        var text = new FormattedText("一二三四五\n六七八九十", [new TextEntity(EntityKind.TextLink, 3, 6, "https://example.com/")]);

        Assert.NotEqual(6, TextParts.Middle(text, 0, text.Length));
    }
}
