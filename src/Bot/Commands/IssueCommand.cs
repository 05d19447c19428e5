using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Search;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Commands;

/// <summary><c>/issue</c>: the issue of a date in brief; of a month, or without a date of the newest one, the calendar to choose from.</summary>
internal sealed class IssueCommand(IssueStore issues, IssueCard card, CalendarCard calendar, TimeProvider clock) : ICommand
{
    /// <inheritdoc/>
    public string Name => "issue";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (request.Argument.Length == 0)
            return await ChooseAsync(month: null, lead: null, texts, cancellationToken);
        if (request is { IsButton: true, Argument: CalendarCard.Months })
            return new Reply.Card(await calendar.MonthsAsync(request.Page, texts, cancellationToken));
        if (!DateSpan.TryParse(request.Argument, clock.Today(request.Zone), out var span))
            return await ChooseAsync(month: null, texts.Fill(Phrase.BadDate, request.Argument.Shorten()), texts, cancellationToken);
        if (span.First != span.Last)
            return await ChooseAsync(span.First.AddMonths(span.Last.Month - span.First.Month), lead: null, texts, cancellationToken);
        if (await issues.FindAsync(span.First, cancellationToken) is not { Listed: true } issue)
            return await ChooseAsync(span.First, texts.Fill(Phrase.NoIssueOn, texts.LongDate(span.First)), texts, cancellationToken);
        var content = await card.ComposeAsync(issue, texts, lead: null, cancellationToken);
        return new Reply.Card(content with { Keyboard = card.Browse(issue, request) });
    }

    private async Task<Reply> ChooseAsync(DateOnly? month, string? lead, Texts texts, CancellationToken cancellationToken) =>
        new Reply.Card(await calendar.ComposeAsync(month, texts, lead, cancellationToken));
}
