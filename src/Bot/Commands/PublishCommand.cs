using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Commands;

/// <summary><c>/publish</c>: sends an issue to the channel now; it counts as approved by whoever says so.</summary>
internal sealed class PublishCommand(EditorIssues choice, ApprovalStore approvals, RequestStore requests, PublicationGate gate, DeskSignal desk, TimeProvider clock) : ICommand
{
    /// <inheritdoc/>
    public string Name => "publish";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Editors;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (found, instead) = await choice.FindAsync(Name, request, s => s is not (PublicationState.Published or PublicationState.Publishing), cancellationToken);
        if (found is not { } issue)
            return instead!;
        var (texts, day) = (request.Texts, ButtonWords.Date(issue.Date));
        if (issue is { State: PublicationState.Published })
            return Card(texts.Fill(Phrase.PublishedAlready, day));
        var now = clock.GetUtcNow();
        await approvals.SetAsync(choice.Channel, new Approval(issue.Date, issue.Fingerprint, Verdict.Approved, request.User, request.UserName, now), cancellationToken);
        await requests.AddAsync(PublicationVerbs.Publish, $"{day} {issue.Fingerprint}", now, cancellationToken);
        desk.Look();
        var title = await choice.TitleAsync(issue.Date, cancellationToken);
        return Card(await gate.FindHaltAsync(cancellationToken) is null ? texts.Fill(Phrase.PublishTaken, day, title) : texts.Fill(Phrase.PublishHalted, day, title));
    }

    private static Reply.Card Card(string text) => new(new MessageContent(new CardText().Add(text).ToFormattedText()));
}
