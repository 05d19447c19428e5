using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/latest</c>: the newest issue in brief.</summary>
internal sealed class LatestCommand(IssueStore issues, IssueCard card) : ICommand
{
    /// <inheritdoc/>
    public string Name => "latest";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Everywhere;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (await issues.NewestAsync(cancellationToken) is not { } issue)
            return new Reply.Card(new MessageContent(new CardText().Add(request.Texts[Phrase.NoIssues]).ToFormattedText()));
        var content = await card.ComposeAsync(issue, request.Texts, lead: null, cancellationToken);
        return new Reply.Card(content with { Keyboard = card.Browse(issue, request) });
    }
}
