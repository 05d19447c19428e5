using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands;

/// <summary><c>/week</c>: the best of seven days in one message, and how they were chosen; <c>/week 2026-01-15</c> of those that end on a date.</summary>
internal sealed class WeekCommand(IssueStore issues, StoryLinks links, TimeProvider clock) : ICommand
{
    private const int Days = 7;
    private const int Chosen = 10;
    private const int LineLength = 56;
    private const int TagsShown = 3;

    // Room for the line that says how they were chosen.
    private const int Reserve = 240;

    /// <inheritdoc/>
    public string Name => "week";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (await issues.SpanAsync(cancellationToken) is not { } archive)
            return Plain(texts[Phrase.NoIssues]);
        var today = clock.Today(request.Zone);
        DateOnly? wanted = null;
        if (request.Argument.Length > 0)
        {
            if (!DateSpan.TryParse(request.Argument, today, out var span))
                return Plain(texts.Fill(Phrase.BadIssueDate, request.Argument.Shorten(40), $"/{Name} {ButtonWords.Date(archive.Last)}"));
            wanted = span.Last;
        }

        // A week that has only begun is filled from the days before; one without any issue is the last that has one.
        var last = wanted ?? (archive.Last.AddDays(Days) > today ? today : archive.Last);
        var stories = await issues.StoriesBetweenAsync(last.AddDays(1 - Days), last, cancellationToken);
        var keys = Turn(last, archive, texts);
        return new Reply.Card(Compose(stories, last, keys, texts));
    }

    private MessageContent Compose(IReadOnlyList<StoredStory> stories, DateOnly last, Keys keys, Texts texts)
    {
        var card = new CardText().AddBold(texts[Phrase.WeekTitle]).Add(" · " + texts.Fill(Phrase.Days, texts.ShortDate(last.AddDays(1 - Days)), texts.ShortDate(last)));
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

    private Keys Turn(DateOnly last, DateSpan archive, Texts texts) => new Keys().Row(
        archive.First <= last.AddDays(-Days) ? new Button.Callback(texts[Phrase.EarlierButton], ButtonWords.Edit(Name, ButtonWords.Date(last.AddDays(-Days)))) : null,
        archive.Last > last ? new Button.Callback(texts[Phrase.LaterButtonWeek], ButtonWords.Edit(Name, ButtonWords.Date(last.AddDays(Days)))) : null);

    private static Reply.Card Plain(string words) => new(new MessageContent(new CardText().Add(words).ToFormattedText()));
}
