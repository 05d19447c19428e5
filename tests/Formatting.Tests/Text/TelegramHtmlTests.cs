using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Text;

public sealed class TelegramHtmlTests
{
    [Fact]
    public void Text_is_escaped_once()
    {
        Assert.Equal("&lt;1% &amp; &amp;lt; \"x\" &gt;", TelegramHtml.Write(FormattedText.Plain("<1% & &lt; \"x\" >")));
    }

    [Fact]
    public void Addresses_are_escaped_as_attributes()
    {
        var text = new FormattedTextBuilder().Append("x", EntityKind.TextLink, "https://example.com/?a=1&b=\"<2>\"").ToFormattedText();

        Assert.Equal("<a href=\"https://example.com/?a=1&amp;b=&quot;&lt;2&gt;&quot;\">x</a>", TelegramHtml.Write(text));
    }

    [Theory]
    [InlineData(EntityKind.Bold, null, "<b>x</b>")]
    [InlineData(EntityKind.Italic, null, "<i>x</i>")]
    [InlineData(EntityKind.Underline, null, "<u>x</u>")]
    [InlineData(EntityKind.Strikethrough, null, "<s>x</s>")]
    [InlineData(EntityKind.Spoiler, null, "<tg-spoiler>x</tg-spoiler>")]
    [InlineData(EntityKind.Code, null, "<code>x</code>")]
    [InlineData(EntityKind.Pre, null, "<pre>x</pre>")]
    [InlineData(EntityKind.Pre, "c#", "<pre><code class=\"language-c#\">x</code></pre>")]
    [InlineData(EntityKind.TextLink, "https://example.com/", "<a href=\"https://example.com/\">x</a>")]
    [InlineData(EntityKind.Blockquote, null, "<blockquote>x</blockquote>")]
    [InlineData(EntityKind.ExpandableBlockquote, null, "<blockquote expandable>x</blockquote>")]
    public void Every_kind_has_its_tag(EntityKind kind, string? argument, string html)
    {
        var text = new FormattedTextBuilder().Append("x", kind, argument).ToFormattedText();

        Assert.Equal(html, TelegramHtml.Write(text));
        Assert.Equal(html.Length - 1, TelegramHtml.TagBytes(kind, argument));
    }

    [Fact]
    public void Entities_nest_by_their_places()
    {
        var text = new FormattedTextBuilder().Open(EntityKind.Blockquote).Append("影响", EntityKind.Bold).Line().Append("文字").Close().Append("之后").ToFormattedText();

        Assert.Equal("<blockquote><b>影响</b>\n文字</blockquote>之后", TelegramHtml.Write(text));
    }

    [Fact]
    public void Entities_that_cross_are_closed_and_opened_again()
    {
        var text = new FormattedText("abcd", [new TextEntity(EntityKind.Bold, 0, 3), new TextEntity(EntityKind.Italic, 1, 3)]);

        Assert.Equal("<b>a<i>bc</i></b><i>d</i>", TelegramHtml.Write(text));
    }
}
