using BotDigest.Bot.Subscribers;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>The buttons that begin and end watching for a word. One that is too long for a button can only be typed.</summary>
internal static class WatchButtons
{
    /// <summary>Begins it, with an answer of its own; null where no button can.</summary>
    internal static Button? Begin(string word, Texts texts) =>
        word.Length <= Watch.Longest && Fits(word) ? new Button.Callback(texts.Fill(Phrase.WatchButton, word), ButtonWords.New("watch", word)) : null;

    /// <summary>Ends it in place; null where no button can.</summary>
    internal static Button? End(string word) => Fits(word) ? new Button.Callback("✕ " + word, ButtonWords.Edit("watch", "-" + word)) : null;

    private static bool Fits(string word) => ButtonWords.Parse(ButtonWords.Edit("watch", "-" + word))?.Argument is not null;
}
