using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Text;

/// <summary>What Telegram finds in these texts by itself; <c>OracleAgreement</c> in <c>bench/</c> compares many more.</summary>
public sealed class AutomaticEntitiesTests
{
    [Theory]
    [InlineData("使用 ASP.NET 开发", "Url ASP.NET")]
    [InlineData("使用ASP.NET开发", "")]
    [InlineData("main.py readme.md v2.5.md a.zip", "Url main.py|Url readme.md|Url v2.5.md|Url a.zip")]
    [InlineData("llama.cpp foo.notatld word.The 97.9% 3.5", "")]
    [InlineData("https://a.com/x。y 之后", "Url https://a.com/x。y")]
    [InlineData("foo.com，bar.dev", "Url foo.com，bar.dev")]
    [InlineData("(见 https://a.com/b(c).)", "Url https://a.com/b(c)")]
    [InlineData("127.0.0.1:8080/x 1.2.3", "Url 127.0.0.1:8080/x")]
    [InlineData("tg://resolve?domain=x ton://a", "Url tg://resolve?domain=x|Url ton://a")]
    [InlineData("mail@example.com a@b.c", "Email mail@example.com")]
    [InlineData("#AI日报 #AI 日报 #2026 #2026年 中文#标签 （#标签）", "Hashtag #AI日报|Hashtag #AI|Hashtag #2026年|Hashtag #标签")]
    [InlineData("#a-b #c++ #a#b #AI·x #tag@channel", "Hashtag #a|Hashtag #c|Hashtag #AI·x|Hashtag #tag@channel")]
    [InlineData("$AAPL $1INCH $aapl $TOOLONGTAG", "Cashtag $AAPL|Cashtag $1INCH")]
    [InlineData("@ai_news_plus @abc x@abcd @gif", "Mention @ai_news_plus|Mention @gif")]
    [InlineData("/start 甲/start /start甲 a/b </p>", "BotCommand /start")]
    [InlineData("4242 4242 4242 4242，1234567890123", "BankCard 4242 4242 4242 4242")]
    public void Telegram_finds(string text, string found)
    {
        Assert.Equal(found, string.Join('|', AutomaticEntities.Find(FormattedText.Plain(text)).Select(e => $"{e.Kind} {text.Substring(e.Offset, e.Length)}")));
    }

    [Fact]
    public void Nothing_is_found_in_links_and_monospace()
    {
        var text = new FormattedTextBuilder().Append("main.py", EntityKind.TextLink, "https://example.com").Append(" ").Append("#tag", EntityKind.Code).Append(" ").Append("#bold", EntityKind.Bold).ToFormattedText();

        Assert.Equal(1, AutomaticEntities.Count(text));
    }

    [Theory]
    [InlineData("ASP.NET 与 main.py", "ASP.\u2060NET 与 main.\u2060py")]
    [InlineData("v2.5.md", "v2.5.\u2060md")]
    [InlineData("t.me/x't.me/y", "t.\u2060me/x't.\u2060me/y")]
    [InlineData("https://example.com/x mail@example.com", "https://example.com/x mail@example.com")]
    [InlineData("97.9%，llama.cpp", "97.9%，llama.cpp")]
    public void Names_are_guarded_and_addresses_are_not(string text, string guarded)
    {
        Assert.Equal(guarded, AutomaticEntities.Guard(text));
    }

    [Fact]
    public void A_guard_moves_entities_along()
    {
        var text = new FormattedTextBuilder().Append("用 ").Append("main.py", EntityKind.Bold).Append(" 与 ").Append("b.py", EntityKind.Code).ToFormattedText();

        var guarded = AutomaticEntities.Guard(text);

        Assert.Equal("用 main.\u2060py 与 b.py", guarded.Text);
        Assert.Equal([new TextEntity(EntityKind.Bold, 2, 8), new TextEntity(EntityKind.Code, 13, 4)], guarded.Entities);
    }
}
