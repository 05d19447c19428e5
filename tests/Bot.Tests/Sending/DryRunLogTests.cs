using BotDigest.Bot.Sending;
using BotDigest.Bot.Tests.Publishing;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;
using Microsoft.Extensions.Logging;

namespace BotDigest.Bot.Tests.Sending;

public sealed class DryRunLogTests
{
    [Theory]
    [InlineData("见 {原文}，main.\u2060py\n第二行", "见 原文 (https://example.com/a)，main.py")]
    [InlineData("甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬😀子丑", "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬…")]
    public void The_beginning_of_a_message_is_logged_as_plain_text(string written, string expected)
    {
        using var lines = new LogLines();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(lines));
        var text = new FormattedTextBuilder();
        foreach (var piece in written.Split('{', '}'))
            _ = piece == "原文" ? text.Append(piece, EntityKind.TextLink, "https://example.com/a") : text.Append(piece);

        new DryRunLog(factory.CreateLogger<DryRunLog>()).Send(ChatTarget.Parse("@news"), new MessageContent(text.ToFormattedText()));

        Assert.EndsWith($"to @news: {expected}", Assert.Single(lines.Lines).Text, StringComparison.Ordinal);
    }
}
