using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Text;

public sealed class PlainTextTests
{
    [Fact]
    public void Links_are_followed_by_their_addresses()
    {
        var text = new FormattedTextBuilder().Append("见 ").Append("原文", EntityKind.TextLink, "https://example.com/a").Append("，").Append("粗体", EntityKind.Bold).ToFormattedText();

        Assert.Equal("见 原文 (https://example.com/a)，粗体", PlainText.Write(text));
    }

    [Fact]
    public void A_bare_address_is_not_repeated_and_guards_are_taken_out()
    {
        var text = new FormattedTextBuilder().Append("https://example.com", EntityKind.TextLink, "https://example.com").Append(" main.\u2060py").ToFormattedText();

        Assert.Equal("https://example.com main.py", PlainText.Write(text));
    }
}
