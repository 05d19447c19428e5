using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Text;

/// <summary>What Telegram's own parser makes of these texts; <c>OracleAgreement</c> in <c>bench/</c> compares many more.</summary>
public sealed class EntityNormalizerTests
{
    private const string Url = "https://example.com/";

    [Fact]
    public void Bold_round_a_link_is_split_at_both_ends_of_it()
    {
        var text = new FormattedTextBuilder().Open(EntityKind.Bold).Append("a ").Append("l", EntityKind.TextLink, Url).Append(" c").Close();

        AssertNormal(text, new(EntityKind.Bold, 0, 2), new(EntityKind.TextLink, 2, 1, Url), new(EntityKind.Bold, 2, 1), new(EntityKind.Bold, 3, 2));
    }

    [Fact]
    public void Bold_is_split_where_italic_begins_in_it()
    {
        var text = new FormattedTextBuilder().Open(EntityKind.Bold).Append("a").Append("b", EntityKind.Italic).Append("c").Close();

        AssertNormal(text, new(EntityKind.Bold, 0, 1), new(EntityKind.Bold, 1, 2), new(EntityKind.Italic, 1, 1));
    }

    [Fact]
    public void Bold_that_touches_bold_is_one()
    {
        AssertNormal(new FormattedTextBuilder().Append("a", EntityKind.Bold).Append("b", EntityKind.Bold), new TextEntity(EntityKind.Bold, 0, 2));
    }

    [Fact]
    public void Code_holds_nothing_and_nothing_wraps_it_but_a_quote()
    {
        var text = new FormattedTextBuilder().Open(EntityKind.Blockquote).Open(EntityKind.Bold).Append("a").Append("x", EntityKind.Code).Append("b");

        AssertNormal(text, new(EntityKind.Blockquote, 0, 3), new(EntityKind.Bold, 0, 1), new(EntityKind.Code, 1, 1), new(EntityKind.Bold, 2, 1));
    }

    [Fact]
    public void A_quote_in_a_quote_is_dropped_and_its_text_stays()
    {
        var text = new FormattedTextBuilder().Open(EntityKind.Blockquote).Append("a").Append("b", EntityKind.ExpandableBlockquote);

        AssertNormal(text, new TextEntity(EntityKind.Blockquote, 0, 2));
    }

    [Fact]
    public void A_link_and_bold_that_cover_each_other_stay_two_entities()
    {
        AssertNormal(
            new FormattedTextBuilder().Open(EntityKind.TextLink, Url).Append("a", EntityKind.Bold),
            new(EntityKind.TextLink, 0, 1, Url),
            new(EntityKind.Bold, 0, 1));
    }

    [Theory]
    [InlineData("  a \n", "a")]
    [InlineData("a\r\nb\tc", "a\nb c")]
    [InlineData("a\u202Ab\u2028c\u0333", "abc")]
    [InlineData("a\u200E\u200Fb", "a\u200C\u200Fb")]
    [InlineData("a\u0001b", "a b")]
    [InlineData("a\n\n\nb  c", "a\n\n\nb  c")]
    public void Characters_are_replaced_and_the_ends_trimmed(string text, string normal)
    {
        Assert.Equal(normal, EntityNormalizer.Normalize(FormattedText.Plain(text)).Text);
    }

    [Fact]
    public void Half_a_pair_is_replaced()
    {
        var text = new string(['a', '\uD83D', 'b', '\uDE00']);

        Assert.Equal("a\uFFFDb\uFFFD", EntityNormalizer.Normalize(FormattedText.Plain(text)).Text);
    }

    [Fact]
    public void White_space_stays_in_an_entity_at_the_beginning_and_goes_at_the_end()
    {
        var text = new FormattedTextBuilder().Append("\n").Append(" a \n", EntityKind.Bold).ToFormattedText();

        Assert.Equal(new FormattedTextBuilder().Append(" a", EntityKind.Bold).ToFormattedText(), EntityNormalizer.Normalize(text));
    }

    [Fact]
    public void A_link_that_Telegram_refuses_is_no_entity()
    {
        AssertNormal(new FormattedTextBuilder().Append("a", EntityKind.TextLink, "ftp://example.com/x"));
    }

    private static void AssertNormal(FormattedTextBuilder text, params TextEntity[] expected)
    {
        var normal = EntityNormalizer.Normalize(text.ToFormattedText());

        Assert.Equal(expected, normal.Entities);
        Assert.Equal(normal, EntityNormalizer.Normalize(normal));
    }
}
