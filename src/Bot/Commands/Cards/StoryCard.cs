using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>One story whole, with its source, its post, its day and its tags.</summary>
/// <param name="links">Where stories can be read.</param>
/// <param name="reader">What a reader can do with it.</param>
internal sealed class StoryCard(StoryLinks links, ReaderButtons reader)
{
    private const int TagButtons = 6;

    // Telegram shows about this much of a button's caption.
    private const int TagsARow = 3;

    /// <summary>Composes the card.</summary>
    /// <param name="story">The story.</param>
    /// <param name="request">Who asks.</param>
    /// <param name="another">A button that brings another story in its place, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<MessageContent> ComposeAsync(StoredStory story, CommandRequest request, Button? another, CancellationToken cancellationToken) =>
        new(Text(story, request.Texts))
        {
            Preview = Preview(story),
            Keyboard = await KeyboardAsync(story, request, another, cancellationToken),
        };

    /// <summary>The source's preview, or none.</summary>
    internal static LinkPreview Preview(StoredStory story) => LinkAddress.IsAccepted(story.Url) ? new LinkPreview(story.Url) : LinkPreview.Disabled;

    /// <summary>The story itself: its headline, its day and its text.</summary>
    internal static FormattedText Text(StoredStory story, Texts texts)
    {
        var card = new CardText().Add(new FormattedTextBuilder().BoldLink(story.Headline, story.Url).ToFormattedText());
        card.Line().Add($"{texts.LongDate(story.Date)} · {texts.Weekday(story.Date)}" + (story.Section.Length > 0 ? " · " + story.Section : ""));
        if (story.Text.Length > 0)
            AddText(card.Line(), story.Text);
        return card.ToFormattedText();
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

    private async Task<Keyboard?> KeyboardAsync(StoredStory story, CommandRequest request, Button? another, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        return new Keys()
            .Row(
                LinkAddress.IsAccepted(story.Url) ? new Button.Link(texts[Phrase.SourceButton], story.Url!) : null,
                links.Post(story) is { } post ? new Button.Link(texts[Phrase.PostButton], post) : null,
                new Button.Callback(texts[Phrase.WholeIssueButton], ButtonWords.New("issue", ButtonWords.Date(story.Date))))
            .Row(await reader.SaveAsync(story.Key, request, cancellationToken), await reader.FollowAsync(story, request, cancellationToken))
            .Grid(TagsARow, story.Tags.Where(TagButton.Fits).Take(TagButtons).Select(TagButton.New))
            .Row(another)
            .ToKeyboard();
    }
}
