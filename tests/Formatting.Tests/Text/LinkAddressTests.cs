using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Text;

public sealed class LinkAddressTests
{
    [Theory]
    [InlineData("https://example.com", true)]
    [InlineData("HTTP://例子.中国/路径?q=1#x", true)]
    [InlineData("https://user:pw@example.com:8080/x", true)]
    [InlineData("tg://resolve?domain=x", true)]
    [InlineData("example.com", false)]
    [InlineData("/local", false)]
    [InlineData("ftp://example.com", false)]
    [InlineData("javascript:run", false)]
    [InlineData("mailto:a@example.com", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("https://exa mple.com", false)]
    [InlineData("https://example.com/a\nb", false)]
    [InlineData("https://example.com:99999", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Telegram_links_to_it(string? address, bool accepted)
    {
        Assert.Equal(accepted, LinkAddress.IsAccepted(address));
    }

    [Fact]
    public void An_endless_address_is_no_link()
    {
        Assert.False(LinkAddress.IsAccepted("https://example.com/" + new string('x', LinkAddress.MaxLength)));
    }
}
