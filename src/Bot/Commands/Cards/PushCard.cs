using System.Collections.Immutable;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>What is sent without having been asked for: each with the way out on it, which leaves the push itself where it is.</summary>
/// <param name="links">Where stories can be read.</param>
internal sealed class PushCard(StoryLinks links)
{
    // Room for the line that says how many stories are left out.
    private const int Reserve = 64;

    /// <summary>The keyboard of a pushed issue.</summary>
    internal Keyboard? IssueKeys(IssueSummary issue, Texts texts) => new Keys()
        .Row(ReadButton(issue, texts))
        .Row(
            new Button.Callback(texts[Phrase.ArchiveButton], ButtonWords.New("issue", CalendarCard.Month(issue.Date))),
            new Button.Callback(texts[Phrase.UnsubscribeButton], ButtonWords.New("unsubscribe")))
        .ToKeyboard();

    /// <summary>The way out of the best of each week.</summary>
    internal static Keys WeekKeys(Texts texts) => new Keys().Row(
        new Button.Callback(texts[Phrase.ArchiveButton], ButtonWords.New("issue")),
        new Button.Callback(texts[Phrase.UnsubscribeButton], ButtonWords.New("unsubscribe")));

    /// <summary>The stories that have a tag which the reader follows.</summary>
    internal MessageContent Tags(IssueSummary issue, IReadOnlyList<StoredStory> stories, Texts texts, string? lead)
    {
        var card = Head(texts[Phrase.PushTagsTitle], issue, stories.Count, texts, lead);
        Add(card, [.. stories.Select(s => (s, string.Join(' ', s.Tags.Select(Hashtag.Of).OfType<string>())))], texts);
        var keys = new Keys()
            .Row(ReadButton(issue, texts))
            .Row(
                new Button.Callback(texts[Phrase.TagsButton], ButtonWords.New("tags")),
                new Button.Callback(texts[Phrase.UnsubscribeButton], ButtonWords.New("unsubscribe")));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }

    /// <summary>The stories that hold a word which the reader watches for, each with its words.</summary>
    internal MessageContent Watch(IssueSummary issue, IReadOnlyList<(StoredStory Story, ImmutableArray<string> Words)> hits, Texts texts, string? lead)
    {
        var card = Head(texts[Phrase.PushWatchTitle], issue, hits.Count, texts, lead);
        Add(card, [.. hits.Select(h => (h.Story, string.Join(texts[Phrase.ListComma], h.Words)))], texts);
        var keys = new Keys()
            .Row(ReadButton(issue, texts))
            .Row(new Button.Callback(texts[Phrase.WatchesButton], ButtonWords.New("watch")));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }

    private static CardText Head(string title, IssueSummary issue, int count, Texts texts, string? lead)
    {
        var card = new CardText();
        if (lead is not null)
            card.Add(lead).Line().Line();
        return card.AddBold(title).Line().Add($"{texts.LongDate(issue.Date)} · {texts.Stories(count)}").Line();
    }

    private void Add(CardText card, ImmutableArray<(StoredStory Story, string Note)> stories, Texts texts)
    {
        for (var i = 0; i < stories.Length; i++)
        {
            var (story, note) = stories[i];
            var line = new FormattedTextBuilder().Line().Link(story.Headline, links.Post(story) ?? story.Url ?? links.Whole(story)).Plain(" · " + note);
            if (card.TryAdd(line.ToFormattedText(), Reserve))
                continue;
            card.Line().Add(texts.Fill(Phrase.MoreStories, stories.Length - i));
            return;
        }
    }

    private Button.Link? ReadButton(IssueSummary issue, Texts texts) => links.Head(issue) is { } url ? new Button.Link(texts[Phrase.ReadButton], url) : null;
}
