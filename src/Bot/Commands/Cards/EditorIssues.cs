using BotDigest.Bot.Publishing;
using BotDigest.Bot.Search;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>Finds the issue that an editor names by its date, or offers those that there are.</summary>
internal sealed class EditorIssues(PublicationStore publications, IssueStore issues, IOptions<TelegramOptions> telegram, TimeProvider clock)
{
    private const int Offered = 6;
    private const int TitleLength = 30;
    private const int WordsLength = 40;

    // a day and month without a year may also mean a day to come
    private const int DaysAhead = 60;

    /// <summary>The channel whose issues these are.</summary>
    internal string Channel { get; } = ChannelKey.Of(telegram.Value);

    /// <summary>Finds it.</summary>
    /// <param name="command">The command that asks; buttons lead back to it.</param>
    /// <param name="request">The request, with the date as its argument.</param>
    /// <param name="fits">The states of issues that are worth offering.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The issue, or what to answer instead.</returns>
    internal async Task<(Publication? Found, Reply? Instead)> FindAsync(string command, CommandRequest request, Func<PublicationState, bool> fits, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        if (request.Argument.Length == 0)
            return (null, await OfferAsync(command, texts.Fill(Phrase.WhichIssue, Example(command, request)), request, fits, cancellationToken));
        if (!TryParse(request.Argument, clock.Today(request.Zone), out var date))
            return (null, await OfferAsync(command, texts.Fill(Phrase.BadIssueDate, request.Argument.Shorten(WordsLength), Example(command, request)), request, fits, cancellationToken));
        if (await publications.FindAsync(Channel, date, cancellationToken) is { } found)
            return (found, null);
        return (null, await OfferAsync(command, texts.Fill(Phrase.NoIssuePlanned, texts.LongDate(date)), request, fits, cancellationToken));
    }

    /// <summary>The title of an issue.</summary>
    internal async Task<string> TitleAsync(DateOnly date, CancellationToken cancellationToken) => (await issues.FindAsync(date, cancellationToken))?.Title ?? ButtonWords.Date(date);

    private async Task<Reply> OfferAsync(string command, string words, CommandRequest request, Func<PublicationState, bool> fits, CancellationToken cancellationToken)
    {
        var keys = new Keys();
        foreach (var stage in (await publications.ListStagesAsync(Channel, cancellationToken)).Where(s => fits(s.State)).Reverse().Take(Offered))
        {
            var title = (await TitleAsync(stage.Date, cancellationToken)).Shorten(TitleLength);
            keys.Row(new Button.Callback($"{request.Texts.ShortDate(stage.Date)} · {title}", ButtonWords.New(command, ButtonWords.Date(stage.Date))));
        }

        return new Reply.Card(new MessageContent(new CardText().Add(words).ToFormattedText()) { Keyboard = keys.ToKeyboard() });
    }

    private string Example(string command, CommandRequest request) => $"/{command} {ButtonWords.Date(clock.Today(request.Zone))}";

    private static bool TryParse(string words, DateOnly today, out DateOnly date)
    {
        date = today.AddDays(1);
        if (words.Trim().ToLowerInvariant() is "tomorrow" or "明天" or "明日")
            return true;
        if (!DateWords.TryParse(words, today, out date) || !DateWords.TryParse(words, today.AddDays(DaysAhead), out var ahead))
            return false;

        // “yesterday” moves with the day, a date does not
        date = ahead == date.AddDays(DaysAhead) ? date : ahead;
        return true;
    }
}
