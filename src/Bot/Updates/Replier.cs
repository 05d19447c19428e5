using BotDigest.Bot.Commands;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Updates;

/// <summary>Brings an answer to the one who asked: as a message, in place of the one that a button hangs on, or as a note over the chat.</summary>
internal sealed partial class Replier(Sender sender, DialogueStore dialogues, SubscriberStore subscribers, ILogger<Replier> log)
{
    private const int MaxNote = 200;

    /// <summary>Brings an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="press">The button's press that is answered, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task ReplyAsync(Answer answer, ReplyTarget target, Press? press, CancellationToken cancellationToken)
    {
        // At the same time: the note stops the button's clock, and the page need not wait for that.
        var note = press is null ? Task.CompletedTask : NoteAsync(press.Id, press.Note ?? NoteOf(answer.Reply), cancellationToken);
        switch (answer.Reply)
        {
            case Reply.Card card when press?.InPlaceOf is { } message:
                await ReplaceAsync(message, card.Content, target, cancellationToken);
                break;
            case Reply.Card card:
                await SendAsync(card.Content, target, cancellationToken);
                break;
            case Reply.Picture picture:
                await SendPictureAsync(picture, target, cancellationToken);
                break;
            case Reply.Document document:
                await SettleAsync(await sender.SendDocumentAsync(target.Chat, document.Name, document.Content, document.Caption, Where(target, new SendOptions()), cancellationToken), target, cancellationToken);
                break;
            case Reply.Series series:
                await SendAllAsync(series, target, cancellationToken);
                break;
            case Reply.Question question:
                await AskAsync(answer.Command, question, target, cancellationToken);
                break;
            case Reply.Note words when press is null:
                await SendAsync(RouterCards.Plain(words.Text), target, cancellationToken);
                break;
            case Reply.Note:
                break;
            default:
                throw new InvalidOperationException($"Nobody brings {answer.Reply.GetType().Name}.");
        }

        await note;
    }

    /// <summary>Shows a note over the chat, or just ends the button's clock.</summary>
    internal Task NoteAsync(string queryId, string? text, CancellationToken cancellationToken) =>
        sender.AnswerCallbackAsync(queryId, text?.Shorten(MaxNote), alert: false, cancellationToken);

    /// <summary>Sends a message.</summary>
    internal Task SendAsync(MessageContent content, ReplyTarget target, CancellationToken cancellationToken) =>
        SendAsync(content, target, new SendOptions(), cancellationToken);

    private async Task SendAllAsync(Reply.Series series, ReplyTarget target, CancellationToken cancellationToken)
    {
        var options = new SendOptions();
        foreach (var content in series.Contents)
        {
            if (await SendAsync(content, target, options, cancellationToken) is null)
                return;
            (options, target) = (new SendOptions { Silent = true }, target with { Message = null });
        }
    }

    private async Task SendPictureAsync(Reply.Picture picture, ReplyTarget target, CancellationToken cancellationToken)
    {
        // A group may forbid pictures and allow words.
        var outcome = await sender.SendPictureAsync(target.Chat, picture.Png, picture.Caption, Where(target, new SendOptions()), cancellationToken);
        if (outcome is SendOutcome.Rejected { Refusal.Kind: not RefusalKind.Unreachable })
            await SendAsync(picture.InWords, target, cancellationToken);
        else
            await SettleAsync(outcome, target, cancellationToken);
    }

    private static SendOptions Where(ReplyTarget target, SendOptions how) => how with { Topic = target.Topic, ReplyTo = target.IsPrivate ? null : target.Message };

    /// <returns>The number of the message, or null where it did not arrive.</returns>
    private async Task<int?> SendAsync(MessageContent content, ReplyTarget target, SendOptions how, CancellationToken cancellationToken) =>
        await SettleAsync(await sender.SendAsync(target.Chat, content, Where(target, how), cancellationToken), target, cancellationToken);

    private async Task<int?> SettleAsync(SendOutcome outcome, ReplyTarget target, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                return sent.MessageId;
            case SendOutcome.Rejected { Refusal: { Kind: RefusalKind.Unreachable } } when target.IsPrivate:
                await subscribers.ParkAsync(target.Chat, cancellationToken);
                return null;
            case SendOutcome.Rejected { Refusal: var refusal }:
                NotAnswered(target.Chat, refusal.ToString());
                return null;
            case SendOutcome.Unknown { Reason: var reason }:
                NotAnswered(target.Chat, reason);
                return null;
            case SendOutcome.Postponed { Reason: var reason }:
                NotAnswered(target.Chat, reason);
                return null;
            default:
                throw new InvalidOperationException("An outcome that nobody knows.");
        }
    }

    private async Task AskAsync(string command, Reply.Question question, ReplyTarget target, CancellationToken cancellationToken)
    {
        if (await SendAsync(question.Content, target, new SendOptions { AskWith = question.Placeholder }, cancellationToken) is { } message)
            await dialogues.BeginAsync(target.Chat, target.Member, command, message, cancellationToken);
    }

    private async Task ReplaceAsync(int message, MessageContent content, ReplyTarget target, CancellationToken cancellationToken)
    {
        switch (await sender.EditAsync(target.Chat, message, content, SendPriority.Answer, cancellationToken))
        {
            case ChangeOutcome.Done:
                break;
            case ChangeOutcome.Gone or ChangeOutcome.Rejected { Refusal.Kind: RefusalKind.Fixed }:
                await SendAsync(content, target, cancellationToken);
                break;
            case ChangeOutcome.Rejected { Refusal: var refusal }:
                NotAnswered(target.Chat, refusal.ToString());
                break;
            case ChangeOutcome.Postponed { Reason: var reason }:
                NotAnswered(target.Chat, reason);
                break;
            default:
                throw new InvalidOperationException("An outcome that nobody knows.");
        }
    }

    private static string? NoteOf(Reply reply) => reply switch
    {
        Reply.Card card => card.Toast,
        Reply.Note note => note.Text,
        _ => null,
    };

    [LoggerMessage(3030, LogLevel.Warning, "An answer to {ChatId} did not arrive: {Reason}")]
    private partial void NotAnswered(ChatTarget chatId, string reason);
}
