using BotDigest.Formatting.Messages;

namespace BotDigest.Formatting.Digests;

/// <summary>The keyboard under the last message: links into the bot.</summary>
internal static class DigestKeyboard
{
    internal static Keyboard? For(DigestOptions options, DigestTexts texts)
    {
        if (string.IsNullOrEmpty(options.BotUsername))
            return null;
        var bot = "https://t.me/" + options.BotUsername + "?start=";
        return new Keyboard([[new Button.Link(texts.SearchButton, bot + "search"), new Button.Link(texts.SubscribeButton, bot + "subscribe")]]);
    }
}
