using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>Nothing was found; these are the tags that come near.</summary>
/// <param name="tags">The tags.</param>
internal sealed class NothingFound(TagStore tags)
{
    private const int Suggestions = 5;
    private const int ButtonsARow = 3;

    /// <summary>Composes the card.</summary>
    /// <param name="query">What was looked for, as typed.</param>
    /// <param name="words">The words that a near tag is looked for by.</param>
    /// <param name="texts">The reader's language.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<MessageContent> ComposeAsync(string query, string words, Texts texts, CancellationToken cancellationToken)
    {
        var near = await tags.NearestAsync(words, Suggestions, cancellationToken);
        var card = new CardText().Add(texts.Fill(Phrase.NothingFound, query) + (near.Count > 0 ? " " + texts[Phrase.TryThese] : ""));
        var keys = new Keys()
            .Grid(ButtonsARow, near.Select(t => t.Name).Where(TagButton.Fits).Select(TagButton.New).Append(new Button.Callback(texts[Phrase.TodayButton], ButtonWords.New("today"))));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }
}
