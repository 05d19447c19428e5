using BotDigest.Bot.Commands;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Updates;

/// <summary>What the router itself has to say.</summary>
internal sealed class RouterCards(PrivateLinks chat)
{
    /// <summary>Text without anything else.</summary>
    internal static MessageContent Plain(string text) => new(new CardText().Add(text).ToFormattedText());

    /// <summary>There is no such command; this is the nearest one.</summary>
    internal MessageContent Unknown(string typed, string? nearest, Texts texts)
    {
        var text = texts.Fill(Phrase.UnknownCommand, typed.Shorten(32)) + " ";
        return Plain(text + (nearest is null ? texts[Phrase.SeeHelp] : texts.Fill(Phrase.NearestCommand, nearest)));
    }

    /// <summary>The command is for private chats; a button leads there.</summary>
    internal MessageContent PrivateOnly(string command, Texts texts) => Plain(texts[Phrase.PrivateOnly]) with
    {
        Keyboard = chat.To(command) is { } url ? new Keys().Row(new Button.Link(texts[Phrase.PrivateButton], url)).ToKeyboard() : null,
    };

    /// <summary>Somebody asks faster than anybody reads.</summary>
    /// <param name="languageCode">The language that Telegram gives for the person.</param>
    internal string TooMany(string? languageCode) => Texts.In(Languages.Of(languageCode))[Phrase.TooManyRequests];

    /// <summary>Something went wrong.</summary>
    /// <param name="languageCode">The language that Telegram gives for the person.</param>
    internal string Failure(string? languageCode) => Texts.In(Languages.Of(languageCode))[Phrase.Failed];
}
