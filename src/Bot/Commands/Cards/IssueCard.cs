using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>An issue in brief: title, date, summary, then a line a story.</summary>
/// <param name="issues">The stories.</param>
/// <param name="links">Where stories can be read.</param>
/// <param name="chat">Where people in groups subscribe.</param>
internal sealed class IssueCard(IssueStore issues, StoryLinks links, PrivateLinks chat)
{
    // Room for the line that says how many stories are left out.
    private const int Reserve = 64;

    /// <summary>Composes the card, without a keyboard.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="texts">The reader's language.</param>
    /// <param name="lead">A line above it, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<MessageContent> ComposeAsync(IssueSummary issue, Texts texts, string? lead, CancellationToken cancellationToken)
    {
        var card = new CardText();
        if (lead is not null)
            card.Add(lead).Line().Line();
        card.AddBold(issue.Title).Line().Add(DateLine(issue, texts));
        AddSummary(card, issue);
        AddStories(card, await issues.StoriesOfAsync(issue.Id, cancellationToken), texts);
        return new MessageContent(card.ToFormattedText());
    }

    /// <summary>The keyboard of an issue that somebody asked for: it turns into others in place.</summary>
    internal Keyboard? Browse(IssueSummary issue, CommandRequest request) => new Keys()
        .Row(ReadButton(issue, request.Texts))
        .Row(new Button.Callback(request.Texts[Phrase.ArchiveButton], ButtonWords.Edit("issue", CalendarCard.Month(issue.Date))), SubscribeButton(request))
        .ToKeyboard();

    private Button.Link? ReadButton(IssueSummary issue, Texts texts) =>
        links.Head(issue) is { } url ? new Button.Link(texts[Phrase.ReadButton], url) : null;

    private Button? SubscribeButton(CommandRequest request)
    {
        var caption = request.Texts[Phrase.SubscribeButton];
        return request.IsPrivate ? new Button.Callback(caption, ButtonWords.New("subscribe"))
            : chat.To("subscribe") is { } url ? new Button.Link(caption, url) : null;
    }

    private static string DateLine(IssueSummary issue, Texts texts)
    {
        var line = $"{texts.LongDate(issue.Date)} · {texts.Weekday(issue.Date)}";
        return string.IsNullOrEmpty(issue.Category) ? line : $"{line} · {issue.Category}";
    }

    private static void AddSummary(CardText card, IssueSummary issue)
    {
        if (issue.Summary.IsEmpty)
            return;
        card.Line();
        foreach (var entry in issue.Summary)
        {
            if (!card.TryAdd(new FormattedTextBuilder().Plain(issue.Summary.Length > 1 ? "\n• " : "\n").Append(AutomaticEntities.Guard(entry)).ToFormattedText(), Reserve))
                return;
        }
    }

    private void AddStories(CardText card, IReadOnlyList<StoredStory> stories, Texts texts)
    {
        if (stories.Count == 0)
            return;
        card.Line();
        for (var i = 0; i < stories.Count; i++)
        {
            if (!card.TryAdd(StoryLine(stories[i]), Reserve))
            {
                card.Line().Add(texts.Fill(Phrase.MoreStories, stories.Count - i));
                return;
            }
        }
    }

    private FormattedText StoryLine(StoredStory story)
    {
        var line = new FormattedTextBuilder().Line().Link(story.Headline, links.Best(story));
        if (story.Section.Length > 0)
            line.Plain(" · " + story.Section);
        return line.ToFormattedText();
    }
}
