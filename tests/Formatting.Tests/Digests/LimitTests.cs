using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Tests.Oracle;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Digests;

/// <summary>Issues that come to exactly what a message holds, to one less and to one more, by each way in which Telegram's count is not the file's.</summary>
public sealed class LimitTests
{
    private const string Address = "https://example.com/№/";

    /// <summary>A budget, a piece, a unit of 1 of the budget, and whether all of it stands in a quote.</summary>
    public static TheoryData<Budget, string, string, bool> Fillings => new()
    {
        { Budget.Length, "文", "文", false },
        { Budget.Length, "文", "文", true },
        { Budget.Length, "😀", "文", false },
        { Budget.Length, "👨‍👩‍👧‍👦", "文", false },
        { Budget.Length, "a & b < c > d \\\" ", "文", false },
        { Budget.Length, "用 ASP.NET 与 main.py 写，", "文", false },
        { Budget.Length, $"**{new string('粗', 60)}**文", "文", false },
        { Budget.Length, "- 甲№\n", "文", false },
        { Budget.Length, "一句№。\n\n", "文", true },
        { Budget.Entities, "`x` ", "`y` ", false },
        { Budget.Entities, "[链接](https://example.com/№) ", "`y` ", false },
        { Budget.Entities, "**粗[链接](https://example.com/№)粗** ", "`y` ", false },
        { Budget.Entities, "**粗`代码`粗** ", "`y` ", true },
        { Budget.Entities, "***粗*斜** ", "`y` ", false },
        { Budget.Entities, "#话题№ ", "`y` ", false },
        { Budget.Entities, "@someone_x $AAPL /start a@example.com ", "`y` ", true },
        { Budget.Entities, "**粗#话题№**文 ", "`y` ", false },
        { Budget.Bytes, $"[链接]({Address}{new string('a', 900)}) ", "a", false },
        { Budget.Bytes, $"[链接]({Address}?{string.Concat(Enumerable.Repeat("a=1&", 180))}) ", "a", true },
        { Budget.Bytes, $"[链接]({Address}{new string('路', 300)}) ", "a", false },
    };

    [Theory]
    [MemberData(nameof(Fillings))]
    public void What_fits_to_the_last_one_is_one_message_and_one_more_is_several(Budget budget, string piece, string unit, bool labelled)
    {
        var filling = new Filling(budget, piece, unit, labelled);
        var limit = LimitOf(budget, MessageLimits.Message);
        for (var target = limit - 1; target <= limit + 1; target++)
        {
            Assert.Equal(target, filling.Taken(filling.At(target)));

            var digest = Filling.Divide(filling.Last);

            Assert.Equal(target <= limit, digest.Messages.Length == 1);
            Assert.All(digest.Messages, message => AssertFits(message, MessageLimits.Message));
        }
    }

    [Theory]
    [InlineData("文", false)]
    [InlineData("😀", true)]
    [InlineData("用 ASP.NET 与 main.py 写，", false)]
    public void The_same_holds_for_captions(string piece, bool labelled)
    {
        var filling = new Filling(Budget.Length, piece, "文", labelled);
        for (var target = MessageLimits.Caption.Length - 1; target <= MessageLimits.Caption.Length + 1; target++)
        {
            filling.At(target);

            var digest = Filling.Divide(filling.Last, MessageLimits.Caption);

            Assert.Equal(target <= MessageLimits.Caption.Length, digest.Messages.Length == 1);
            Assert.All(digest.Messages, message => AssertFits(message, MessageLimits.Caption));
        }
    }

    [Fact]
    public void Telegrams_own_parser_counts_the_same()
    {
        var messages = new List<FormattedText>();
        foreach (var row in Fillings)
        {
            var (budget, piece, unit, labelled) = row.Data;
            var filling = new Filling(budget, piece, unit, labelled);
            var limit = LimitOf(budget, MessageLimits.Message);
            for (var target = limit - 1; target <= limit + 1; target++)
            {
                filling.At(target);
                messages.AddRange(Filling.Divide(filling.Last).Messages.Concat(Filling.Divide(filling.Last, MessageLimits.Caption).Messages).Select(message => message.Content.Text));
            }
        }

        var answers = TelegramOracle.Parse([.. messages.Select(TelegramHtml.Write)]);

        foreach (var (text, answer) in messages.Zip(answers))
        {
            Assert.True((bool)answer["ok"]!, (string?)answer["error"]);
            Assert.Equal(text.Text, (string?)answer["text"]);
            Assert.Equal(text.Length, (int)answer["utf16_length"]!);
            Assert.Equal(text.Entities.Length, (int)answer["entity_count"]!);
            Assert.Equal(AutomaticEntities.Count(text), ((JsonArray)answer["auto_entities"]!).Count);
            Assert.Null(answer["lost"]);
        }
    }

    private static int LimitOf(Budget budget, MessageLimits limits) => budget switch
    {
        Budget.Length => limits.Length,
        Budget.Entities => limits.Entities,
        _ => limits.Bytes,
    };

    private static void AssertFits(DigestMessage message, MessageLimits limits)
    {
        var text = message.Content.Text;
        Assert.InRange(text.Length, 1, limits.Length);
        Assert.InRange(text.Entities.Length + AutomaticEntities.Count(text), 0, limits.Entities);
        Assert.InRange(Encoding.UTF8.GetByteCount(TelegramHtml.Write(text)), 1, limits.Bytes);
        Assert.Equal(EntityNormalizer.Normalize(text), text);
    }
}
