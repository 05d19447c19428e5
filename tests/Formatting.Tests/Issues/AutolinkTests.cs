using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Issues;

/// <summary>Addresses in angle brackets and bare ones that Telegram has no link for.</summary>
public sealed class AutolinkTests
{
    private const string Joiner = "\u2060";

    [Theory]
    [InlineData("见<mailto:a@example.com>，再说", $"见{Joiner}a@example.com{Joiner}，再说", "")]
    [InlineData("<mailto:a@example.com> 与 <b@example.com>\n完", "a@example.com 与 b@example.com 完", "")]
    [InlineData("见 mailto:a@example.com", "见 a@example.com", "")]
    [InlineData("见 <ftp://example.com/a>", "见 ftp://example.com/a", "")]
    [InlineData("见 <mailto:a@example.com?subject=Hi>", "见 a@example.com ?subject=Hi", "LINK004 10:3 mailto:a@example.com?subject=Hi")]
    [InlineData("见<tel:+8613800138000>。", "见+8613800138000。", "LINK004 10:2 tel:+8613800138000")]
    [InlineData("见 tel:+8613800138000", "见 +8613800138000", "LINK004 10:3 tel:+8613800138000")]
    [InlineData("见<urn:isbn:123>", "见urn:isbn:123", "LINK004 10:2 urn:isbn:123")]
    [InlineData("[见<mailto:a@example.com>](https://example.com/)", "见a@example.com", "")]
    public void What_is_no_web_address_is_clean_text_and_reported_unless_Telegram_links_it(string markdown, string expected, string problem)
    {
        var (issue, problems) = new IssueParser().Parse($"---\ntitle: 标题\ndate: 2026-02-03\n---\n\n## 节\n\n### 甲\n\n{markdown}\n");

        Assert.Equal(expected, Assert.IsType<Block.Paragraph>(Assert.Single(Assert.Single(issue!.Stories).Blocks)).Text.Text);
        Assert.Equal(problem, string.Join(" / ", problems.Select(p => $"{p.Code} {p.Line}:{p.Column} {p.Arguments[0]}")));
    }

    [Theory]
    [InlineData("见<mailto:a@example.com>，再说")]
    [InlineData("见<a@example.com>再说")]
    [InlineData("（<mailto:a@example.com>）")]
    public void Telegram_finds_a_mail_address_beside_Chinese(string markdown)
    {
        var text = DigestComposer.Compose(IssueOf.Section("### 甲\n\n" + markdown), new DigestOptions()).Messages[0].Content.Text;

        var found = Assert.Single(AutomaticEntities.Find(text));
        Assert.Equal((AutomaticKind.Email, "a@example.com"), (found.Kind, text.Text.Substring(found.Offset, found.Length)));
    }
}
