using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/week</c>: the best of seven days in one message, and how they were chosen; <c>/week 2026-01-15</c> of those that end on a date.</summary>
internal sealed class WeekCommand(IssueStore issues, WeekCard card, TimeProvider clock) : ICommand
{
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
                return Plain(texts.Fill(Phrase.BadIssueDate, request.Argument.Shorten(), $"/{Name} {ButtonWords.Date(archive.Last)}"));
            wanted = span.Last;
        }

        // A week that has only begun is filled from the days before; one without any issue is the last that has one.
        var last = wanted ?? (archive.Last.AddDays(WeekCard.Days) > today ? today : archive.Last);
        return new Reply.Card(await card.ComposeAsync(last, Turn(last, archive, texts), texts, lead: null, cancellationToken));
    }

    private Keys Turn(DateOnly last, DateSpan archive, Texts texts) => new Keys().Row(
        archive.First <= last.AddDays(-WeekCard.Days) ? new Button.Callback(texts[Phrase.EarlierButton], ButtonWords.Edit(Name, ButtonWords.Date(last.AddDays(-WeekCard.Days)))) : null,
        archive.Last > last ? new Button.Callback(texts[Phrase.LaterButtonWeek], ButtonWords.Edit(Name, ButtonWords.Date(last.AddDays(WeekCard.Days)))) : null);

    private static Reply.Card Plain(string words) => new(new MessageContent(new CardText().Add(words).ToFormattedText()));
}
