using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/today</c>: the issue of the reader's date in brief; the newest one, and a line that says so, while there is none.</summary>
internal sealed class TodayCommand(IssueStore issues, IssueCard card, TimeProvider clock) : ICommand
{
    /// <inheritdoc/>
    public string Name => "today";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var today = clock.Today(request.Zone);
        var issue = await issues.FindAsync(today, cancellationToken) is { Listed: true } found ? found : await issues.NewestAsync(cancellationToken);
        if (issue is null)
            return new Reply.Card(new MessageContent(new CardText().Add(request.Texts[Phrase.NoIssues]).ToFormattedText()));
        var lead = issue.Date == today ? null : request.Texts.Fill(Phrase.NoIssueToday, request.Texts.ShortDate(today));
        var content = await card.ComposeAsync(issue, request.Texts, lead, cancellationToken);
        return new Reply.Card(content with { Keyboard = card.Browse(issue, request) });
    }
}
