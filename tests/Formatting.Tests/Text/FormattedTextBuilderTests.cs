using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Tests.Text;

public sealed class FormattedTextBuilderTests
{
    [Fact]
    public void Pieces_keep_their_entities()
    {
        var piece = new FormattedTextBuilder().Append("中").Append("粗", EntityKind.Bold).ToFormattedText();

        var text = new FormattedTextBuilder().Append("前").Line().Append(piece).Append("后", EntityKind.Code).ToFormattedText();

        Assert.Equal("前\n中粗后", text.Text);
        Assert.Equal([new TextEntity(EntityKind.Bold, 3, 1), new TextEntity(EntityKind.Code, 4, 1)], text.Entities);
    }

    [Fact]
    public void An_entity_that_holds_nothing_leaves_no_trace()
    {
        Assert.Equal(FormattedText.Plain("字"), new FormattedTextBuilder().Open(EntityKind.Bold).Close().Append("字").ToFormattedText());
    }

    [Fact]
    public void Entities_still_open_end_with_the_text()
    {
        var text = new FormattedTextBuilder().Open(EntityKind.Blockquote).Append("甲").Open(EntityKind.Bold).Append(new string('乙', 1000)).ToFormattedText();

        Assert.Equal([new TextEntity(EntityKind.Blockquote, 0, 1001), new TextEntity(EntityKind.Bold, 1, 1000)], text.Entities);
    }
}
