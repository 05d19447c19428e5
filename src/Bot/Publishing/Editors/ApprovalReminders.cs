using System.Globalization;
using BotDigest.Bot.Commands;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Reminds editors of issues that wait for them: once when the hour comes, once more after “later”, and when a change has voided an approval.</summary>
internal sealed class ApprovalReminders(NoticeBoard board, IssueStore issues, TimeProvider time)
{
    private const string Prefix = "remind:";
    private const string VoidPrefix = "void:";

    /// <summary>How long “later” is.</summary>
    internal static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(1);

    /// <summary>Brings the reminders to the facts.</summary>
    public async Task KeepAsync(IReadOnlyList<ReceiptFacts> all, EditorTexts texts, CancellationToken cancellationToken)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var facts in all.Where(f => f.Asks && board.Find(ReceiptNotices.NameOf(f.Stage.Date)) is { MessageId: not null }))
        {
            if (facts.Approval is { Verdict: Verdict.Approved } approval)
                await TellVoidAsync(facts, approval, texts, cancellationToken);
            if (await RemindAsync(facts, texts, cancellationToken) is { } name)
                wanted.Add(name);
        }

        foreach (var old in board.Posted.Where(p => p.EndedAt is null && p.Name.StartsWith(Prefix, StringComparison.Ordinal) && !wanted.Contains(p.Name)))
            await EndAsync(old.Name, all, texts, cancellationToken);
    }

    private Task TellVoidAsync(ReceiptFacts facts, Approval approval, EditorTexts texts, CancellationToken cancellationToken)
    {
        var day = ButtonWords.Date(facts.Stage.Date);
        var name = string.Create(CultureInfo.InvariantCulture, $"{VoidPrefix}{day}:{approval.At.ToUnixTimeMilliseconds()}");
        if (board.Find(name) is not null)
            return Task.CompletedTask;
        var content = new MessageContent(new CardText().Add(texts.VoidNotice(day, approval.EditorName)).ToFormattedText());
        return board.ShowAsync(new Notice(name, content) { ReplyTo = ReceiptNotices.NameOf(facts.Stage.Date) }, cancellationToken);
    }

    /// <returns>The name of the reminder that stands, or null.</returns>
    private async Task<string?> RemindAsync(ReceiptFacts facts, EditorTexts texts, CancellationToken cancellationToken)
    {
        var isLater = facts.Approval is { Verdict: Verdict.Later } later && later.Fingerprint == facts.Stage.Fingerprint;
        var isRejected = facts.Approval is { Verdict: Verdict.Rejected } rejected && rejected.Fingerprint == facts.Stage.Fingerprint;
        var at = isLater ? facts.Approval!.At + AskAgainAfter : facts.Stage.DueAt;
        if (isRejected || at is null || at > time.GetUtcNow())
            return null;

        // where the issue came when its hour had come already, the receipt itself has just asked
        if (!isLater && board.Find(ReceiptNotices.NameOf(facts.Stage.Date))!.BegunAt >= at)
            return null;
        var day = ButtonWords.Date(facts.Stage.Date);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{day}:{at.Value.ToUnixTimeMilliseconds()}");
        var title = ((await issues.FindAsync(facts.Stage.Date, cancellationToken))?.Title ?? facts.Stage.File).Shorten(100);
        var words = isLater ? texts.ReminderAgain(day, title) : texts.Reminder(day, title);
        var content = new MessageContent(new CardText().Add(words).ToFormattedText()) { Keyboard = ReceiptWriter.Decisions(new Keys(), facts.Stage, texts).ToKeyboard() };
        await board.ShowAsync(new Notice(name, content) { ReplyTo = ReceiptNotices.NameOf(facts.Stage.Date) }, cancellationToken);
        await board.SetEndedAsync(name, isEnded: false, cancellationToken);
        return name;
    }

    private async Task EndAsync(string name, IReadOnlyList<ReceiptFacts> all, EditorTexts texts, CancellationToken cancellationToken)
    {
        var day = name[Prefix.Length..].Split(':')[0];
        var approval = all.FirstOrDefault(f => ButtonWords.Date(f.Stage.Date) == day)?.Approval;
        var words = approval?.Verdict switch
        {
            Verdict.Approved => texts.Approved(approval.EditorName, texts.Moment(approval.At)),
            Verdict.Rejected => texts.Rejected(approval.EditorName, texts.Moment(approval.At)),
            Verdict.Later => texts.AsksAgain(approval.EditorName, texts.Moment(approval.At + AskAgainAfter)),
            _ => texts.ReminderDone(day),
        };
        var content = new MessageContent(new CardText().Add($"{day} · {words}").ToFormattedText());
        var notice = new Notice(name, content) { IsLastWord = true };
        await board.ShowAsync(notice, cancellationToken);
        if (board.Shows(name, notice.Stamp))
            await board.SetEndedAsync(name, isEnded: true, cancellationToken);
    }
}
