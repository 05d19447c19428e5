using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Publishing.Editors;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Commands;

/// <summary><c>/approve</c>: lets an issue out, sends it back or puts it off. A button decides about the issue as it was when the button appeared, and about nothing else.</summary>
internal sealed class ApproveCommand(EditorIssues choice, PublicationStore publications, ApprovalStore approvals, DeskSignal desk, IOptions<PublishingOptions> options, TimeProvider clock) : ICommand
{
    private const string OnCard = "card";

    /// <inheritdoc/>
    public string Name => "approve";

    /// <inheritdoc/>
    public CommandPlace Place => CommandPlace.Editors;

    /// <inheritdoc/>
    public async Task<Reply> AnswerAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (request.IsButton && request.Argument.Split(' ') is [var word, var day, var fingerprint, .. var rest] && VerdictOf(word) is { } verdict)
        {
            var (words, isDone) = await DecideAsync(verdict, Dates.Read(day), fingerprint, request, cancellationToken);
            return rest is [OnCard] && isDone ? Card($"{day} · {words}", new Keys(), words) : new Reply.Note(words);
        }

        if (!options.Value.RequireApproval)
            return Card(request.Texts[Phrase.ApprovalOff], new Keys());
        var (found, instead) = await choice.FindAsync(Name, request, s => s == PublicationState.Scheduled, cancellationToken);
        return found is { } issue ? await AskAsync(issue, request.Texts, cancellationToken) : instead!;
    }

    private async Task<Reply> AskAsync(Publication issue, Texts texts, CancellationToken cancellationToken)
    {
        var day = ButtonWords.Date(issue.Date);
        if (issue.State != PublicationState.Scheduled)
            return Card(texts.Fill(Phrase.NotWaiting, day), new Keys());
        var title = await choice.TitleAsync(issue.Date, cancellationToken);
        return Card($"{day} · {title}", new Keys()
            .Row(Decide(Phrase.ApproveButton, "yes"), Decide(Phrase.RejectButton, "no"), Decide(Phrase.LaterButton, "later"))
            .Row(new Button.Callback(texts[Phrase.PreviewButton], ButtonWords.New("preview", day))));

        Button.Callback Decide(Phrase caption, string verdict) => new(texts[caption], ButtonWords.Edit(Name, $"{verdict} {day} {ReceiptWriter.Short(issue.Fingerprint)} {OnCard}"));
    }

    private async Task<(string Words, bool IsDone)> DecideAsync(Verdict verdict, DateOnly date, string fingerprint, CommandRequest request, CancellationToken cancellationToken)
    {
        var (texts, day) = (request.Texts, ButtonWords.Date(date));
        if (await publications.FindAsync(choice.Channel, date, cancellationToken) is not { State: PublicationState.Scheduled } issue)
            return (texts.Fill(Phrase.NotWaiting, day), true);
        if (ReceiptWriter.Short(issue.Fingerprint) != fingerprint)
            return (texts.Fill(Phrase.ChangedSince, day), false);
        var before = await approvals.FindAsync(choice.Channel, date, cancellationToken);
        if (before is not null && before.Fingerprint == issue.Fingerprint && before.Verdict == verdict && verdict != Verdict.Later)
            return (texts.Fill(verdict == Verdict.Approved ? Phrase.ApprovedAlready : Phrase.RejectedAlready, texts.Editor(before.EditorName)), true);
        await approvals.SetAsync(choice.Channel, new Approval(date, issue.Fingerprint, verdict, request.User, request.UserName, clock.GetUtcNow()), cancellationToken);
        desk.Look();
        return (texts[verdict switch { Verdict.Approved => Phrase.ApprovedNow, Verdict.Rejected => Phrase.RejectedNow, _ => Phrase.PutOff }], true);
    }

    private static Verdict? VerdictOf(string word) => word switch
    {
        "yes" => Verdict.Approved,
        "no" => Verdict.Rejected,
        "later" => Verdict.Later,
        _ => null,
    };

    private static Reply.Card Card(string text, Keys keys, string? toast = null) => new(new MessageContent(new CardText().Add(text).ToFormattedText()) { Keyboard = keys.ToKeyboard() }, toast);
}
