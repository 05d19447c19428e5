using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Commands;

/// <summary><c>/new</c>: what has come since the reader asked last, in one message.</summary>
internal sealed class NewCommand(VisitStore visits, IssueStore issues, IssueCard issueCard, StoryLinks links) : ICommand
{
    private const int MostLines = 40;
    private const int DaysARow = 4;
    private const int Reserve = 64;

    /// <inheritdoc/>
    public string Name => "new";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.PrivateOnly;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var visit = await visits.VisitAsync(request.User, request.OwnTexts.Culture.Name, cancellationToken);
        if (visit is { Stories.Count: > 0 })
            return new Reply.Card(Compose(visit, request));
        if (visit is null && await issues.NewestAsync(cancellationToken) is { } newest)
        {
            var content = await issueCard.ComposeAsync(newest, texts, texts[Phrase.FirstVisit], cancellationToken);
            return new Reply.Card(content with { Keyboard = issueCard.Browse(newest, request) });
        }

        var words = visit is null ? texts[Phrase.NoIssues] : texts.Fill(Phrase.NothingNew, Moment(visit.Since, request));
        var keys = new Keys().Row(
            new Button.Callback(texts[Phrase.TodayButton], ButtonWords.New("today")),
            new Button.Callback(texts[Phrase.WeekButton], ButtonWords.New("week")),
            new Button.Callback(texts[Phrase.RandomButton], ButtonWords.New("random")));
        return new Reply.Card(new MessageContent(new CardText().Add(words).ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }

    private MessageContent Compose(Visit visit, CommandRequest request)
    {
        var texts = request.Texts;
        var card = new CardText().AddBold(texts.Fill(Phrase.NewSince, Moment(visit.Since, request))).Add(" · " + texts.Stories(visit.Stories.Count));
        var shown = 0;
        foreach (var day in visit.Stories.GroupBy(s => s.Date))
        {
            var title = new FormattedTextBuilder().Line().Line().Bold(texts.ShortDate(day.Key)).Plain(" " + texts.ShortWeekday(day.Key));
            if (shown == MostLines || !card.TryAdd(title.ToFormattedText(), Reserve))
                break;
            foreach (var story in day.Take(MostLines - shown))
                shown += card.TryAdd(new FormattedTextBuilder().Line().Link(story.Headline, links.Best(story)).ToFormattedText(), Reserve) ? 1 : 0;
        }

        if (shown < visit.Stories.Count)
            card.Line().Line().Add(texts.Fill(Phrase.MoreStories, visit.Stories.Count - shown));
        var days = visit.Stories.Select(s => s.Date).Distinct().Take(DaysARow * 2);
        var keys = new Keys().Grid(DaysARow, days.Select(d => new Button.Callback(texts.ShortDate(d), ButtonWords.New("issue", ButtonWords.Date(d)))));
        return new MessageContent(card.ToFormattedText()) { Keyboard = keys.ToKeyboard() };
    }

    private static string Moment(DateTimeOffset moment, CommandRequest request)
    {
        var local = TimeZoneInfo.ConvertTime(moment, request.Zone).DateTime;
        return request.Texts.ShortDate(DateOnly.FromDateTime(local)) + " " + request.Texts.Clock(TimeOnly.FromDateTime(local));
    }
}
