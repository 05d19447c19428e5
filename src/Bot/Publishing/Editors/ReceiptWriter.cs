using System.Globalization;
using BotDigest.Bot.Commands;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Issues;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Writes the receipt of an issue. Pure.</summary>
/// <param name="texts">The language.</param>
internal sealed class ReceiptWriter(EditorTexts texts)
{
    private const int MostMessages = 20;
    private const int MostWarnings = 10;
    private const int FingerprintLength = 12;
    private const int LongestReason = 200;

    /// <summary>The data of a button that decides about an issue as it is now.</summary>
    internal static string Decide(string verdict, PublicationStage stage) =>
        ButtonWords.New("approve", $"{verdict} {ButtonWords.Date(stage.Date)} {Short(stage.Fingerprint)}");

    /// <summary>As much of a fingerprint as a button carries.</summary>
    internal static string Short(string fingerprint) => fingerprint[..Math.Min(FingerprintLength, fingerprint.Length)];

    /// <summary>The buttons of an issue that waits for an editor.</summary>
    internal static Keys Decisions(Keys keys, PublicationStage stage, EditorTexts texts) => keys.Row(
        new Button.Callback(texts.ApproveButton, Decide("yes", stage)),
        new Button.Callback(texts.RejectButton, Decide("no", stage)),
        new Button.Callback(texts.LaterButton, Decide("later", stage)));

    /// <summary>Writes it.</summary>
    internal MessageContent Write(ReceiptFacts facts, ReceiptBody body)
    {
        var card = new CardText().AddBold(body.Title.Shorten(LongestReason)).Line().Add($"{texts.Day(facts.Stage.Date)} · ");
        card.Add(new FormattedTextBuilder().Append(facts.Stage.File, EntityKind.Code).ToFormattedText()).Line().Line().AddBold(State(facts));
        foreach (var line in Remarks(facts))
            card.Line().Add(line);
        AddMessages(card.Line().Line(), body);
        AddWarnings(card, facts.Stage.File, body);
        return new MessageContent(card.ToFormattedText()) { Keyboard = Keyboard(facts, body) };
    }

    /// <summary>The last word on an issue that is not to be published any more.</summary>
    internal MessageContent WriteForgotten(DateOnly date) =>
        new(new CardText().AddBold(texts.Day(date)).Line().Add(texts.Forgotten).ToFormattedText());

    /// <summary>How far an issue has come, in a line.</summary>
    internal string State(ReceiptFacts facts)
    {
        var stage = facts.Stage;
        return stage switch
        {
            { Paused: PublicationPause.Content } => texts.Failed(Quote(stage.Error)),
            { Paused: PublicationPause.Rights } => texts.NoRights(Quote(stage.Error)),
            { Paused: PublicationPause.Fault } => texts.Stuck(Quote(stage.Error)),
            { State: PublicationState.Draft } => texts.Draft,
            { State: PublicationState.Indexed } when facts.File?.Note == ImportNote.Late => texts.Late(ButtonWords.Date(stage.Date)),
            { State: PublicationState.Indexed } => texts.Indexed,
            { State: PublicationState.Retracting } => texts.Retracting,
            { State: PublicationState.Retracted, RetractedBy: RetractedBy.Hand } => texts.RetractedByHand(ButtonWords.Date(stage.Date)),
            { State: PublicationState.Retracted, RetractedBy: RetractedBy.Removal } => texts.RetractedByRemoval,
            { State: PublicationState.Retracted } => texts.RetractedByFile,
            { State: PublicationState.Published, PublishedAt: { } at } => at > DateTimeOffset.UnixEpoch ? texts.Published(texts.Moment(at)) : texts.Adopted,
            _ when facts.HaltedBy is { } name => texts.Halted(name),
            { State: PublicationState.Publishing } when facts.RetryAt is { } at => texts.Retrying(texts.Moment(at), Quote(stage.Error)),
            { State: PublicationState.Publishing, PublishedAt: { } at } when at > DateTimeOffset.UnixEpoch => texts.Updating(texts.Moment(at)),
            { State: PublicationState.Scheduled } => Scheduled(facts),
            _ => texts.Publishing,
        };
    }

    private string Scheduled(ReceiptFacts facts)
    {
        var due = facts.Stage.DueAt is { } at ? texts.Moment(at) : "";
        return facts switch
        {
            { Asks: true, Approval: { Verdict: Verdict.Rejected } no } when no.Fingerprint == facts.Stage.Fingerprint => texts.Rejected(no.EditorName, texts.Moment(no.At)),
            { Asks: true, IsOverdue: true } => texts.AsksLate(due),
            { Asks: true } => texts.Asks(due),
            { HeldUntil: { } until } => texts.Held(texts.Moment(until)),
            { IsOverdue: true } => texts.DueNow,
            _ => texts.Due(due),
        };
    }

    private IEnumerable<string> Remarks(ReceiptFacts facts)
    {
        var isCurrent = facts.Approval?.Fingerprint == facts.Stage.Fingerprint;
        switch (facts.Approval)
        {
            case { Verdict: Verdict.Approved } yes when facts.WantsApproval && isCurrent && facts.Stage.State is PublicationState.Scheduled or PublicationState.Publishing:
                yield return texts.Approved(yes.EditorName, texts.Moment(yes.At));
                break;
            case { Verdict: Verdict.Approved } yes when facts.Asks && !isCurrent:
                yield return texts.Voided(yes.EditorName, texts.Moment(yes.At));
                break;
            case { Verdict: Verdict.Later } later when facts.Asks && isCurrent:
                yield return texts.AsksAgain(later.EditorName, texts.Moment(later.At + ApprovalReminders.AskAgainAfter));
                break;
        }

        if (facts.Pushes is { } pushes)
            yield return pushes.Missed == 0 ? texts.Pushes((int)pushes.Sent, (int)pushes.Total) : texts.PushesMissed((int)pushes.Sent, (int)pushes.Total, (int)pushes.Missed);
        if (facts.File?.Note == ImportNote.DraftOfPublished)
            yield return texts.DraftOfPublished;
        else if (facts.File?.IsMissing == true && facts.Stage.State is PublicationState.Published)
            yield return texts.FileGone;
    }

    private void AddMessages(CardText card, ReceiptBody body)
    {
        card.Add(body.Messages.Length == 1 ? texts.OneMessage : texts.ManyMessages(body.Messages.Length));
        for (var i = 0; i < body.Messages.Length && i < MostMessages; i++)
            card.Line().Add(MessageLine(i, body));
        if (body.Messages.Length > MostMessages)
            card.Line().Add(texts.MoreMessages(body.Messages.Length - MostMessages));
    }

    private FormattedText MessageLine(int index, ReceiptBody body)
    {
        var message = body.Messages[index];
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var line = new FormattedTextBuilder().Link(number, index < body.Posts.Length ? body.Posts[index] : null).Plain(".  " + texts.Characters(message.Content.Text.Length));
        if (!message.Map.IsEmpty)
            line.Plain(" · " + texts.MapLines(message.Map.Length));
        if (message.Content.Preview.Url is { } url)
            line.Plain($" · {texts.Preview} ").Link(Host(url), url);
        return line.ToFormattedText();
    }

    private void AddWarnings(CardText card, string file, ReceiptBody body)
    {
        if (body.Warnings.IsEmpty)
            return;
        card.Line().Line().Add(body.Warnings.Length == 1 ? texts.OneWarning : texts.ManyWarnings(body.Warnings.Length));
        foreach (var problem in body.Warnings.Take(MostWarnings))
            card.TryAdd(ProblemWriter.Line(file, problem, texts), reserve: LongestReason);
        if (body.Warnings.Length > MostWarnings)
            card.Line().Add(texts.More(body.Warnings.Length - MostWarnings));
    }

    private Keyboard? Keyboard(ReceiptFacts facts, ReceiptBody body)
    {
        var stage = facts.Stage;
        var keys = new Keys();
        if (facts.Asks)
            Decisions(keys, stage, texts);
        var isOver = stage.State is PublicationState.Retracted or PublicationState.Retracting;
        return keys.Row(
            isOver ? null : new Button.Callback(texts.PreviewButton, ButtonWords.New("preview", ButtonWords.Date(stage.Date))),
            facts is { WantsApproval: true, IsApproved: true, Stage.State: PublicationState.Scheduled } ? new Button.Callback(texts.RejectButton, Decide("no", stage)) : null,
            !isOver && body.Posts is [var first, ..] ? new Button.Link(texts.PostButton, first) : null).ToKeyboard();
    }

    private static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.IdnHost : url.Shorten(LongestReason);

    private static string Quote(string? reason) => (reason ?? "").Shorten(LongestReason);
}
