using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>One story whole, with its source, its post, its day and its tags.</summary>
/// <param name="links">Where stories can be read.</param>
internal sealed class StoryCard(StoryLinks links)
{
    private const int TagButtons = 6;

    // Telegram shows about this much of a button's caption.
    private const int TagsARow = 3;

    /// <summary>Composes the card.</summary>
    internal MessageContent Compose(StoredStory story, Texts texts)
    {
        var card = new CardText().Add(new FormattedTextBuilder().BoldLink(story.Headline, story.Url).ToFormattedText());
        card.Line().Add($"{texts.LongDate(story.Date)} · {texts.Weekday(story.Date)}" + (story.Section.Length > 0 ? " · " + story.Section : ""));
        if (story.Text.Length > 0)
            AddText(card.Line(), story.Text);
        return new MessageContent(card.ToFormattedText())
        {
            Preview = LinkAddress.IsAccepted(story.Url) ? new LinkPreview(story.Url) : LinkPreview.Disabled,
            Keyboard = Keyboard(story, texts),
        };
    }

    private static void AddText(CardText card, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (!card.TryAdd(new FormattedTextBuilder().Line().Plain(line).ToFormattedText(), reserve: 2))
            {
                card.Add("\n…");
                return;
            }
        }
    }

    private Keyboard? Keyboard(StoredStory story, Texts texts) => new Keys()
        .Row(
            LinkAddress.IsAccepted(story.Url) ? new Button.Link(texts[Phrase.SourceButton], story.Url!) : null,
            links.Post(story) is { } post ? new Button.Link(texts[Phrase.PostButton], post) : null,
            new Button.Callback(texts[Phrase.WholeIssueButton], ButtonWords.New("issue", ButtonWords.Date(story.Date))))
        .Grid(TagsARow, story.Tags.Where(TagButton.Fits).Take(TagButtons).Select(TagButton.New))
        .ToKeyboard();
}
