using System.Globalization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Tests.Builders;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Digests;

/// <summary>Issues that no editor should write, and that are published all the same.</summary>
public sealed class HardIssueTests
{
    [Fact]
    public void A_summary_too_long_for_the_head_goes_on_in_the_next_message()
    {
        var entries = Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"第{i}条") + new string('摘', 120)).ToList();
        var issue = An.Issue(An.Section("模型", An.Article("标题", null, An.Paragraph("正文"))));
        issue = issue with { Summary = [.. entries.Select(FormattedText.Plain)], SummaryIsList = true };

        var digest = Compose(issue);

        Assert.Contains("目录\n1. 模型", digest.Messages[0].Content.Text.Text, StringComparison.Ordinal);
        var all = string.Concat(digest.Messages.Select(message => message.Content.Text.Text));
        Assert.Equal(entries, entries.OrderBy(entry => all.IndexOf(entry, StringComparison.Ordinal)));
        Assert.All(entries, entry => Assert.Contains(entry, all, StringComparison.Ordinal));
        Assert.Equal(digest.Messages.Length, digest.Messages[0].Map[0].Part);
    }

    [Fact]
    public void A_map_of_very_many_sections_ends_in_an_ellipsis_and_fits_once_it_is_linked()
    {
        var issue = An.Issue([.. Enumerable.Range(0, 150).Select(i => An.Section(string.Create(CultureInfo.InvariantCulture, $"第{i}节"), An.Article("标题", null, An.Paragraph(new string('文', 60)))))]);

        var head = Compose(issue).Messages[0];

        Assert.EndsWith("\n…", head.Content.Text.Text, StringComparison.Ordinal);
        var linked = head.Link(part => $"https://t.me/c/1234567890/{part}").Text;
        Assert.Equal(head.Map.Length, linked.Entities.Count(entity => entity.Kind == EntityKind.TextLink));
        Assert.InRange(linked.Entities.Length, 40, 100);
    }

    [Fact]
    public void A_title_longer_than_a_message_is_shown_whole()
    {
        var title = new string('题', 5000);
        var issue = An.Issue(An.Section("模型", An.Article("标题", null, An.Paragraph("正文")))) with { Title = title };

        var all = string.Concat(Compose(issue).Messages.Select(message => message.Content.Text.Text));

        Assert.Equal(5001, all.Count(c => c == '题'));
    }

    [Fact]
    public void A_run_of_links_is_cut_between_links()
    {
        var text = new FormattedTextBuilder();
        for (var i = 0; i < 250; i++)
            text.Append("链接", EntityKind.TextLink, string.Create(CultureInfo.InvariantCulture, $"https://example.com/{i}")).Append(i % 2 == 0 ? "" : "，");
        var issue = An.Issue(An.Section("链接", An.Article("标题", null, new Block.Paragraph(text.ToFormattedText()))));

        var digest = Compose(issue);

        Assert.Equal(250, digest.Messages.Sum(message => message.Content.Text.Entities.Count(entity => entity is { Kind: EntityKind.TextLink, Length: 2 })));
        Assert.Equal(4, digest.Messages.Length);
    }

    [Fact]
    public void Long_addresses_count_by_their_bytes()
    {
        var text = new FormattedTextBuilder();
        for (var i = 0; i < 40; i++)
            text.Append("链接", EntityKind.TextLink, "https://example.com/" + new string('&', 1900)).Append("。");
        var issue = An.Issue(An.Section("链接", An.Article("标题", null, new Block.Paragraph(text.ToFormattedText()))));

        var digest = Compose(issue);

        Assert.Equal(40, digest.Messages.Sum(message => message.Content.Text.Entities.Count(entity => entity.Kind == EntityKind.TextLink)));
        Assert.All(digest.Messages, message => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(TelegramHtml.Write(message.Content.Text)), 1, 32768));
    }

    [Fact]
    public void A_character_of_many_code_points_is_never_cut_unless_it_alone_is_too_long()
    {
        var family = "👨‍👩‍👧‍👦";
        var issue = An.Issue(An.Section("字符", An.Article("标题", null, An.Paragraph(string.Concat(Enumerable.Repeat(family, 900)) + "é" + new string('\u0301', 6000)))));

        var digest = Compose(issue);

        Assert.Equal(900, string.Concat(digest.Messages.Select(message => message.Content.Text.Text)).Split(family).Length - 1);
        Assert.Equal(6000, digest.Messages.Sum(message => message.Content.Text.Text.Count(c => c == '\u0301')));
    }

    [Fact]
    public void A_code_block_too_long_stays_code_in_every_message()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 300).Select(i => string.Create(CultureInfo.InvariantCulture, $"\tprint({i})  # {new string('x', 20)}")));
        var issue = An.Issue(An.Section("代码", An.Article("标题", null, new Block.Preformatted(lines, "python"))));

        var digest = Compose(issue);

        var code = digest.Messages.Skip(1).SelectMany(message => message.Content.Text.Entities.Where(entity => entity.Kind == EntityKind.Pre).Select(entity => message.Content.Text.Text.Substring(entity.Offset, entity.Length))).ToList();
        Assert.Equal(digest.Messages.Length - 1, code.Count);
        Assert.Equal(300, code.Sum(part => part.Split('\n').Length));
        Assert.All(code.SelectMany(part => part.Split('\n')), line => Assert.StartsWith("    print(", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_in_which_nothing_is_to_be_seen_makes_no_message()
    {
        var issue = An.Issue(An.Section(null, new SectionItem.Loose([An.Paragraph(new string('\u3000', 9000))])), An.Section("模型", An.Article("标题", null, An.Paragraph(new string('文', 3000)))));

        Assert.All(Compose(issue).Messages, message => Assert.False(string.IsNullOrWhiteSpace(message.Content.Text.Text)));
    }

    [Fact]
    public void A_brief_of_very_many_stories_counts_what_it_leaves_out()
    {
        var issue = An.Issue(An.Section("模型", [.. Enumerable.Range(0, 200).Select(i => An.Brief("标题" + new string('长', 30), string.Create(CultureInfo.InvariantCulture, $"https://example.com/{i}")))]));

        var message = Assert.Single(Compose(issue, Layout.Brief).Messages);

        Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"… 还有 {200 - message.Stories.Length} 条"), message.Content.Text.Text, StringComparison.Ordinal);
        Assert.InRange(message.Stories.Length, 90, 99);
    }

    [Fact]
    public void Links_that_Telegram_drops_are_written_out()
    {
        var text = new FormattedTextBuilder().Append("文件", EntityKind.TextLink, "ftp://example.com/x").Append("之后", EntityKind.Bold).ToFormattedText();
        var issue = An.Issue(An.Section("链接", An.Article("标题", "ftp://example.com/y", new Block.Paragraph(text))));

        var html = TelegramHtml.Write(Assert.Single(Compose(issue).Messages).Content.Text);

        Assert.EndsWith("<b>标题 (ftp://example.com/y)</b>\n文件 (ftp://example.com/x)<b>之后</b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void No_message_ends_with_a_heading_even_where_that_would_save_one()
    {
        var headings = new[] { "▌后面的部分", "后面的标题够长", "小标题也有八个字", "深度解读与洞察" };
        for (var filling = 4010; filling <= 4082; filling += 3)
        {
            for (var text = 4040; text <= 4096; text += 4)
            {
                var issue = An.Issue(
                    An.Section("前面", An.Article("标题", null, An.Paragraph(new string('前', filling)))),
                    An.Section("后面的部分", An.Article("后面的标题够长", null, new Block.Heading(FormattedText.Plain("小标题也有八个字")), An.Labelled("深度解读与洞察", An.Paragraph(new string('文', text))))));

                foreach (var message in Compose(issue).Messages.Skip(1))
                    Assert.False(headings.Contains(message.Content.Text.Text.Split('\n')[^1]), $"{filling} and {text}: part {message.Part} ends with a heading");
            }
        }
    }

    private static Digest Compose(Issue issue, Layout layout = Layout.Digest)
    {
        var digest = DigestComposer.Compose(issue, new DigestOptions { Layout = layout });
        Assert.All(digest.Messages, message => Assert.True(TextParts.Fits(message.Content.Text), $"part {message.Part} does not fit"));
        return digest;
    }
}
