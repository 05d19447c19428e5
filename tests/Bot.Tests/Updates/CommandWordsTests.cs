using BotDigest.Bot.Updates;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Tests.Updates;

public sealed class CommandWordsTests
{
    [Theory]
    [InlineData("/today", 6, "today", null, "")]
    [InlineData("/Today", 6, "today", null, "")]
    [InlineData("/search 芯片", 7, "search", null, "芯片")]
    [InlineData("/search   GPT-5  发布 \n", 7, "search", null, "GPT-5  发布")]
    [InlineData("/search@news_bot 芯片", 16, "search", "news_bot", "芯片")]
    [InlineData("/start t_QUk", 6, "start", null, "t_QUk")]
    [InlineData("/issue\n2026-01-15", 6, "issue", null, "2026-01-15")]
    public void A_command_has_a_name_perhaps_a_bot_and_an_argument(string text, int length, string name, string? bot, string argument) =>
        Assert.Equal(new CommandWords(name, bot, argument), Read(text, length));

    [Fact]
    public void A_command_that_Chinese_follows_without_a_space_is_understood() =>
        Assert.Equal(new CommandWords("search", null, "芯片"), Read("/search芯片", entityLength: null));

    [Theory]
    [InlineData("今天", null)]
    [InlineData("/", null)]
    [InlineData("//", null)]
    [InlineData("/ today", null)]
    [InlineData("/今天", null)]
    [InlineData("/usr/bin", null)]
    public void Other_text_is_no_command(string text, int? length) => Assert.Null(Read(text, length));

    [Fact]
    public void A_command_further_on_is_no_command()
    {
        var message = new Message { Text = "try /today", Entities = [new MessageEntity { Type = MessageEntityType.BotCommand, Offset = 4, Length = 6 }] };
        Assert.Null(CommandWords.Read(message));
    }

    [Fact]
    public void An_entity_longer_than_the_text_does_no_harm() => Assert.Null(Read("/today", 60));

    private static CommandWords? Read(string text, int? entityLength) => CommandWords.Read(new Message
    {
        Text = text,
        Entities = entityLength is { } length ? [new MessageEntity { Type = MessageEntityType.BotCommand, Offset = 0, Length = length }] : null,
    });
}
