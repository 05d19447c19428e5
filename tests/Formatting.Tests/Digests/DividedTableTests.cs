using System.Globalization;
using System.Text;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Tests.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Digests;

/// <summary>Tables longer than a message.</summary>
public sealed class DividedTableTests
{
    [Theory]
    [InlineData(Layout.Digest, "", false)]
    [InlineData(Layout.Stories, "", false)]
    [InlineData(Layout.Digest, "", true)]
    [InlineData(Layout.Digest, "**影响：** 见下表\n\n", false)]
    public void The_headers_are_repeated_where_a_table_goes_on(Layout layout, string before, bool captions)
    {
        const int rows = 400;
        var table = string.Concat(Enumerable.Range(1, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"| 第{i}款 | {i}. One. Two <{i * 7}> |\n")));
        var limits = captions ? MessageLimits.Caption : MessageLimits.Message;

        var digest = DigestComposer.Compose(IssueOf.Section($"### 标题\n\n正文\n\n{before}| 模型 | 得分 |\n|---|---|\n{table}\n末尾\n"), new DigestOptions { Layout = layout, Limits = limits });

        var found = new List<string>();
        foreach (var message in digest.Messages)
        {
            var text = message.Content.Text;
            Assert.InRange(text.Length, 1, limits.Length);
            Assert.InRange(Encoding.UTF8.GetByteCount(TelegramHtml.Write(text)), 1, limits.Bytes);
            Assert.Equal(EntityNormalizer.Normalize(text), text);
            foreach (var monospace in text.Entities.Where(entity => entity.Kind == EntityKind.Pre))
            {
                var lines = text.Text.Substring(monospace.Offset, monospace.Length).Split('\n');
                Assert.StartsWith("模型 ", lines[0], StringComparison.Ordinal);
                Assert.StartsWith("──", lines[1], StringComparison.Ordinal);
                Assert.NotEmpty(lines[2..]);
                found.AddRange(lines[2..]);
                if (before.Length > 0)
                    Assert.Contains(text.Entities, quote => quote.Kind == EntityKind.ExpandableBlockquote && quote.Offset <= monospace.Offset && quote.End >= monospace.End);
            }
        }

        Assert.InRange(digest.Messages.Length, 3, 40);
        Assert.Equal(Enumerable.Range(1, rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"第{i}款")), found.Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Headers_of_many_characters_are_told_once()
    {
        var header = "模" + new string('\u0301', 500);
        var table = string.Concat(Enumerable.Repeat("| 甲 | 乙 |\n", 1000));

        var digest = DigestComposer.Compose(IssueOf.Section($"### 标题\n\n| {header} | 得分 |\n|---|---|\n{table}"), new DigestOptions());

        Assert.Single(digest.Messages, message => message.Content.Text.Text.Contains('\u0301', StringComparison.Ordinal));
    }
}
