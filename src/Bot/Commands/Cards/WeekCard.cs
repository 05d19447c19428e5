using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>The best of seven days in one message, and how they were chosen.</summary>
/// <param name="issues">The stories.</param>
/// <param name="links">Where they can be read.</param>
internal sealed class WeekCard(IssueStore issues, StoryLinks links)
{
    /// <summary>How many days a week has.</summary>
    internal const int Days = 7;

    private const int Chosen = 10;
    private const int LineLength = 56;
    private const int TagsShown = 3;

    // Room for the line that says how they were chosen.
    private const int Reserve = 240;

    /// <summary>Composes the card.</summary>
    /// <param name="last">The last of the days.</param>
    /// <param name="keys">What hangs on it; buttons for the names that were most in the news are added.</param>
    /// <param name="texts">The reader's language.</param>
    /// <param name="lead">A line above it, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<MessageContent> ComposeAsync(DateOnly last, Keys keys, Texts texts, string? lead, CancellationToken cancellationToken)
    {
        var stories = await issues.StoriesBetweenAsync(last.AddDays(1 - Days), last, cancellationToken);
        var card = new CardText();
        if (lead is not null)
            card.Add(lead).Line().Line();
        card.AddBold(texts[Phrase.WeekTitle]).Add(" · " + texts.Fill(Phrase.Days, texts.ShortDate(last.AddDays(1 - Days)), texts.ShortDate(last)));
        if (stories.Count == 0)
            return new MessageContent(card.Line().Line().Add(texts[Phrase.NothingThatWeek]).ToFormattedText()) { Keyboard = keys.ToKeyboard() };
        var choice = WeekChoice.Of(stories, Chosen);
        foreach (var (place, story) in choice.Stories.Index())
        {
            var piece = new FormattedTextBuilder().Line().Line().Plain($"{place + 1}. ").BoldLink(story.Headline, links.Best(story)).Plain(" · " + texts.ShortDate(story.Date));
            var line = story.Text.Split('\n')[0].TrimStart('•', ' ');
            if (line.Length > 0)
                piece.Line().Plain(line.Shorten(LineLength));
            card.TryAdd(piece.ToFormattedText(), Reserve);
        }

        card.Line().Line().Add(texts.Fill(Phrase.WeekHow, stories.Count, choice.Issues));
        keys.Row([.. choice.Tags.Where(TagButton.Fits).Take(TagsShown).Select(TagButton.New)]);
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }
}
