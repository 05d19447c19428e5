using System.Text.Json.Nodes;
using BotDigest.Formatting.Tests.Oracle;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Text;

public sealed class LinkAddressTests
{
    private static readonly string[] Schemes = ["https://", "https://", "http://", "HTTPS://", "tg://", "ton://", "tonsite://"];

    private static readonly string[] Pieces =
    [
        "a", "b.c", "example.com", ".", "..", "-", "_", "~", "$", "*", "%41", "%4", "%", "@", ":", "8080", "0", "65536", "080", "[", "]", "::1", "[::1]", "[1:2:3:4:5:6:7:8]", "[1::2]",
        "/", "/x", "?q=1", "#f", "例子", "中国", " ", "|", "^", "{", "é", "1.2.3.4", "localhost", "'", "(", ")", "!", ",", ";", "&", "+", "=",
    ];

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
    [InlineData("tonsite://foundation.ton/x", true)]
    [InlineData("tg://re.solve", false)]
    [InlineData("ton://a:80/x", false)]
    [InlineData("tonsite://", false)]
    [InlineData("tonsite://.", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("https://a..b/", true)]
    [InlineData("https://.", false)]
    [InlineData("https://exa$mple.com", true)]
    [InlineData("https://exa|mple.com", false)]
    [InlineData("https://exa%41mple.com", true)]
    [InlineData("https://exa%4mple.com", false)]
    [InlineData("https://example.com%", false)]
    [InlineData("https://us%20er@example.com", true)]
    [InlineData("https://us er@example.com", false)]
    [InlineData("https://a@b@example.com", false)]
    [InlineData("https://例\u3000子.中国", false)]
    [InlineData("http://[::1]:80/", true)]
    [InlineData("http://[2001:db8::1]/a", true)]
    [InlineData("http://[1:2:3:4:5:6:7:8]", true)]
    [InlineData("http://[::]", true)]
    [InlineData("http://[1:2:3:4:5:6:7:8:9]", false)]
    [InlineData("http://[1:2:3:4:5:6:7::8]", false)]
    [InlineData("http://[1:2:3:4:5:6:7:8::]", false)]
    [InlineData("http://[1::2::3]", false)]
    [InlineData("http://[:::]", false)]
    [InlineData("http://[1:2:3:4:5:6:7:]", false)]
    [InlineData("http://[12345::]", false)]
    [InlineData("http://[zz]/", false)]
    [InlineData("http://[1]/", false)]
    [InlineData("http://[::1/", false)]
    [InlineData("https://example.com:0/", false)]
    [InlineData("https://example.com:08080/", true)]
    [InlineData("https://example.com:+80/", false)]
    [InlineData("https://example.com:/", false)]
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
    public void Telegram_links_to_every_address_that_is_accepted_and_to_no_other_of_the_web()
    {
        var random = new Random(20260130);
        string[] addresses = [.. Enumerable.Range(0, 5000).Select(_ => Pick(random, Schemes) + string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pick(random, Pieces))))];

        var parsed = TelegramOracle.Parse([.. addresses.Select(address => TelegramHtml.Write(new FormattedTextBuilder().Append("x", EntityKind.TextLink, address).ToFormattedText()))]);

        var links = 0;
        foreach (var (address, answer) in addresses.Zip(parsed))
        {
            var isLink = answer["entities"] is JsonArray { Count: > 0 };
            if (LinkAddress.IsAccepted(address) || address.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                Assert.True(isLink == LinkAddress.IsAccepted(address), address);
            links += isLink ? 1 : 0;
        }

        Assert.InRange(links, 400, 4600);
    }

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];

    [Fact]
    public void An_endless_address_is_no_link()
    {
        Assert.False(LinkAddress.IsAccepted("https://example.com/" + new string('x', LinkAddress.MaxLength)));
    }
}
