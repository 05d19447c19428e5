using BotDigest.Formatting.Issues.Reading;

namespace BotDigest.Formatting.Tests.Issues;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://example.com", "https://example.com")]
    [InlineData("HTTP://EXAMPLE.com/A?b=c#d", "HTTP://EXAMPLE.com/A?b=c#d")]
    [InlineData(" https://example.com/a b ", "https://example.com/a%20b")]
    [InlineData("https://例子.中国/路径", "https://例子.中国/路径")]
    [InlineData("https://user@example.com:8080/", "https://user@example.com:8080/")]
    [InlineData("http://127.0.0.1/", "http://127.0.0.1/")]
    [InlineData("http://[::1]:80/", "http://[::1]:80/")]
    [InlineData("tg://resolve?domain=a", "tg://resolve?domain=a")]
    [InlineData("https://localhost/", null)]
    [InlineData("https://", null)]
    [InlineData("tonsite://foundation.ton", "tonsite://foundation.ton")]
    [InlineData("https://exa mple.com", null)]
    [InlineData("https://exa|mple.com", null)]
    [InlineData("https://example.com:99999", null)]
    [InlineData("https://example.com/\u0007", null)]
    [InlineData("ftp://example.com", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("mailto:a@example.com", null)]
    [InlineData("tel:10086", null)]
    [InlineData("/a", null)]
    [InlineData("#a", null)]
    [InlineData("../a.html", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void What_Telegram_links_is_accepted_and_nothing_else(string? written, string? sent)
    {
        Assert.Equal(sent, WebAddress.Accept(written, out var schemeMissing));
        Assert.False(schemeMissing);
    }

    [Fact]
    public void An_endless_address_is_not_sent()
    {
        Assert.Null(WebAddress.Accept("https://example.com/" + new string('x', 2029), out _));
        Assert.NotNull(WebAddress.Accept("https://example.com/" + new string('x', 2028), out _));
        Assert.Null(WebAddress.Accept("https://example.com/" + new string('x', 2026) + " x", out _));
    }

    [Fact]
    public void Half_a_character_is_in_no_address()
    {
        Assert.Null(WebAddress.Accept("https://example.com/\uD800", out _));
        Assert.NotNull(WebAddress.Accept("https://example.com/\U0001F600", out _));
    }

    [Theory]
    [InlineData("example.com", "http://example.com")]
    [InlineData("www.example.com/a", "http://www.example.com/a")]
    [InlineData("example.com:8080/a", "http://example.com:8080/a")]
    [InlineData("例子.中国", "http://例子.中国")]
    [InlineData("example.com:99999/a", null)]
    [InlineData("readme.md/a", "http://readme.md/a")]
    [InlineData("readme.md", null)]
    [InlineData("cover.png", null)]
    [InlineData("a.1", null)]
    [InlineData("没有网址", null)]
    public void A_site_without_its_scheme_gets_one_and_a_file_of_the_folder_does_not(string written, string? sent)
    {
        Assert.Equal(sent, WebAddress.Accept(written, out var schemeMissing));
        Assert.Equal(sent is not null, schemeMissing);
    }

    [Theory]
    [InlineData("https://example.com/cover.png", true)]
    [InlineData("http://example.com", true)]
    [InlineData("tg://resolve?domain=a", false)]
    [InlineData("example.com", false)]
    [InlineData("https://localhost", false)]
    public void A_cover_is_an_address_of_the_web(string url, bool isHttp) => Assert.Equal(isHttp, WebAddress.IsHttp(url));
}
