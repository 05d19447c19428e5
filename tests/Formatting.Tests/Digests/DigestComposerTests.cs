using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Tests.Builders;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Digests;

public sealed class DigestComposerTests
{
    [Theory]
    [InlineData(true, "• 第52条：这一句话正好十个字。这一句话正好十个字。这一句话正好十个字。\n…\n\n• 甲")]
    [InlineData(false, "这一句话正好十个字。…\n\n• 甲")]
    public void A_brief_says_where_its_summary_was_cut(bool isList, string expected)
    {
        var line = string.Concat(Enumerable.Repeat("这一句话正好十个字。", 3));
        var entries = Enumerable.Range(0, 100).Select(i => isList ? $"第{i}条：{line}" : line);
        var issue = An.Issue(An.Section(null, An.Article("甲", null))) with
        {
            Summary = isList ? [.. entries.Select(FormattedText.Plain)] : [FormattedText.Plain(string.Concat(entries))],
            SummaryIsList = isList,
        };

        var text = Assert.Single(DigestComposer.Compose(issue, new DigestOptions { Layout = Layout.Brief }).Messages).Content.Text.Text;

        Assert.EndsWith(expected, text, StringComparison.Ordinal);
        Assert.Equal(1, text.Count(c => c == '…'));
    }

    [Fact]
    public void A_short_issue_is_one_message_that_notifies()
    {
        var issue = An.Issue(An.Section("芯片", An.Article("国产芯片量产", "https://example.com/chip", An.Bullet("良率提高"))));

        var digest = DigestComposer.Compose(issue, new DigestOptions());

        var message = Assert.Single(digest.Messages);
        Assert.False(message.Silent);
        Assert.Empty(message.Map);
        Assert.Equal(
            "<b>芯片与模型</b>\n2026年1月15日 · 星期四\n\n<b>▌芯片</b>\n\n<a href=\"https://example.com/chip\"><b>国产芯片量产</b></a>\n• 良率提高",
            TelegramHtml.Write(message.Content.Text));
        Assert.Equal(new LinkPreview("https://example.com/chip"), message.Content.Preview);
    }

    [Fact]
    public void A_long_issue_has_a_head_whose_map_points_at_the_parts()
    {
        var issue = An.Issue(
            An.Section("芯片", LongStory("甲"), LongStory("乙")),
            An.Section("模型", LongStory("丙"), LongStory("丁")));
        issue = issue with { CoverImage = "https://example.com/cover.png", Category = "AI 日报" };

        var digest = DigestComposer.Compose(issue, new DigestOptions { BotUsername = "digest_bot" });

        Assert.Equal(3, digest.Messages.Length);
        var head = digest.Messages[0];
        Assert.Equal("芯片与模型\n2026年1月15日 · 星期四 · AI 日报\n\n目录\n1. 芯片\n2. 模型\n\n#AI日报", head.Content.Text.Text);
        Assert.Equal(new LinkPreview("https://example.com/cover.png", PreviewSize.Large, AboveText: true), head.Content.Preview);
        Assert.Equal(["芯片", "模型"], head.Map.Select(line => head.Content.Text.Text.Substring(line.Offset, line.Length)));
        Assert.Equal([2, 3], head.Map.Select(line => line.Part));
        Assert.Equal([false, true, true], digest.Messages.Select(message => message.Silent));
        Assert.Null(digest.Messages[1].Content.Keyboard);
        Assert.NotNull(digest.Messages[2].Content.Keyboard);
        Assert.Equal([0, 1], digest.Messages[1].Stories);
        Assert.Equal([2, 3], digest.Messages[2].Stories);
    }

    [Fact]
    public void A_section_that_goes_on_is_named_again()
    {
        var issue = An.Issue(An.Section("芯片", LongStory("甲"), LongStory("乙"), LongStory("丙")));

        var digest = DigestComposer.Compose(issue, new DigestOptions());

        Assert.Equal(3, digest.Messages.Length);
        Assert.StartsWith("▌芯片 （续）\n\n", digest.Messages[2].Content.Text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Layout.Stories, 5)]
    [InlineData(Layout.Brief, 1)]
    public void Other_layouts_count_as_they_say(Layout layout, int messages)
    {
        var issue = An.Issue(
            An.Section("芯片", LongStory("甲"), LongStory("乙")),
            An.Section("模型", LongStory("丙"), LongStory("丁")));

        Assert.Equal(messages, DigestComposer.Compose(issue, new DigestOptions { Layout = layout }).Messages.Length);
    }

    private static SectionItem.StoryItem LongStory(string headline) =>
        An.Article(headline, null, An.Labelled("影响", [.. Enumerable.Range(0, 10).Select(i => An.Bullet(new string((char)('一' + i), 180)))]));
}
