using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace BotDigest.Bot.Sending;

/// <summary>Sends, edits and deletes messages: the only way from here to a chat.</summary>
/// <param name="client">The client; made when it is first needed, because some verbs have no token.</param>
/// <param name="policy">How calls are made.</param>
/// <param name="moves">Where chats are that have moved.</param>
/// <param name="faults">Keeps formatting that Telegram cannot read.</param>
/// <param name="mode">Whether anything is really sent.</param>
/// <param name="dry">Says what would be sent.</param>
/// <param name="metrics">Counts messages.</param>
/// <param name="log">Says what was unusual.</param>
internal sealed partial class Sender(
    Lazy<ITelegramBotClient> client, SendPolicy policy, ChatMoves moves, FormattingFaults faults, RunMode mode, DryRunLog dry, SendMetrics metrics, ILogger<Sender> log)
{
    private const int InlineCacheSeconds = 10;

    private ITelegramBotClient Client => client.Value;

    /// <summary>Sends a message. Where the formatting is refused, its text goes with entities instead; where the chat has moved, it follows.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the call; nothing was sent.</exception>
    public async Task<SendOutcome> SendAsync(ChatTarget chat, MessageContent content, SendOptions options, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
        {
            dry.Send(chat, content);
            return new SendOutcome.Postponed(null, DryRunLog.Reason);
        }

        return Sent(options, await ReadablyAsync(
            chat, (target, asEntities) => SendOnceAsync(target, content, options, asEntities, cancellationToken), cancellationToken));
    }

    /// <summary>Sends a PNG picture with a caption.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the call; nothing was sent.</exception>
    public async Task<SendOutcome> SendPictureAsync(ChatTarget chat, byte[] png, MessageContent caption, SendOptions options, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
        {
            dry.Send(chat, caption);
            return new SendOutcome.Postponed(null, DryRunLog.Reason);
        }

        return Sent(options, await ReadablyAsync(
            chat, (target, asEntities) => SendPictureOnceAsync(target, png, caption, options, asEntities, cancellationToken), cancellationToken));
    }

    /// <summary>Sends a file with a line below it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the call; nothing was sent.</exception>
    public async Task<SendOutcome> SendDocumentAsync(ChatTarget chat, string name, byte[] content, string caption, SendOptions options, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return new SendOutcome.Postponed(null, DryRunLog.Reason);
        return Sent(options, await WhereItIsAsync(chat, target => SendDocumentOnceAsync(target, name, content, caption, options, cancellationToken), cancellationToken));
    }

    /// <summary>Makes a message say what <paramref name="content"/> says; without a keyboard in it the message loses its own.</summary>
    public async Task<ChangeOutcome> EditAsync(ChatTarget chat, int messageId, MessageContent content, SendPriority priority, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
        {
            dry.Edit(chat, messageId, content);
            return new ChangeOutcome.Postponed(null, DryRunLog.Reason);
        }

        return Changed(await ReadablyAsync(
            chat, (target, asEntities) => EditOnceAsync(target, messageId, content, priority, asEntities, cancellationToken), cancellationToken));
    }

    /// <summary>Deletes a message; one that is gone already is fine.</summary>
    public async Task<ChangeOutcome> DeleteAsync(ChatTarget chat, int messageId, SendPriority priority, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
        {
            dry.Delete(chat, messageId);
            return new ChangeOutcome.Postponed(null, DryRunLog.Reason);
        }

        return Changed(await WhereItIsAsync(
            chat,
            target => policy.ExecuteAsync(target, priority, repeatable: true, token => Client.DeleteMessage(target.ToChatId(), messageId, cancellationToken: token), cancellationToken),
            cancellationToken));
    }

    /// <summary>Forwards a message without a sound.</summary>
    public async Task<ForwardOutcome> ForwardAsync(ChatTarget target, ChatTarget source, int messageId, SendPriority priority, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return new ForwardOutcome.Postponed(null, DryRunLog.Reason);
        var result = await WhereItIsAsync(
            target,
            to => policy.ExecuteAsync(
                to,
                priority,
                repeatable: false,
                token => Client.ForwardMessage(to.ToChatId(), source.ToChatId(), messageId, disableNotification: true, cancellationToken: token),
                cancellationToken),
            cancellationToken);
        return result switch
        {
            CallResult<Message>.Done { Value: var copy } => new ForwardOutcome.Forwarded(copy),
            CallResult<Message>.Refused { Refusal.Kind: RefusalKind.Missing } => new ForwardOutcome.Missing(),
            CallResult<Message>.Refused { Refusal: var refusal } => new ForwardOutcome.Rejected(refusal),
            CallResult<Message>.Doubtful { Reason: var reason } => new ForwardOutcome.Unknown(reason),
            _ => new ForwardOutcome.Postponed(policy.Until(result), result.Fault!),
        };
    }

    /// <summary>Pins a message without a sound.</summary>
    public async Task<ChangeOutcome> PinAsync(ChatTarget chat, int messageId, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
        {
            dry.Pin(chat, messageId);
            return new ChangeOutcome.Postponed(null, DryRunLog.Reason);
        }

        return Changed(await WhereItIsAsync(
            chat,
            target => policy.ExecuteAsync(
                target, SendPriority.Channel, repeatable: true, token => Client.PinChatMessage(target.ToChatId(), messageId, disableNotification: true, cancellationToken: token), cancellationToken),
            cancellationToken));
    }

    /// <summary>Unpins a message; one that is not pinned is fine.</summary>
    public async Task<ChangeOutcome> UnpinAsync(ChatTarget chat, int messageId, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return new ChangeOutcome.Postponed(null, DryRunLog.Reason);
        return Changed(await WhereItIsAsync(
            chat,
            target => policy.ExecuteAsync(target, SendPriority.Channel, repeatable: true, token => Client.UnpinChatMessage(target.ToChatId(), messageId, cancellationToken: token), cancellationToken),
            cancellationToken));
    }

    /// <summary>Answers the press of a button; an answer that comes too late is no fault.</summary>
    public async Task AnswerCallbackAsync(string id, string? text, bool alert, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return;
        var result = await policy.ExecuteAsync(
            null, SendPriority.Answer, repeatable: true, token => Client.AnswerCallbackQuery(id, text, showAlert: alert, cancellationToken: token), cancellationToken);
        if (result is not CallResult<bool>.Refused { Refusal.Kind: RefusalKind.Expired })
            LogFailure("answerCallbackQuery", result);
    }

    /// <summary>Answers an inline query; an answer that comes too late is no fault. The answer is kept by Telegram for this person and for a moment only: an issue that is taken back must go from there, too.</summary>
    public async Task AnswerInlineAsync(string id, InlinePage page, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return;
        var button = page.Button is { } caption ? new InlineQueryResultsButton(caption) { StartParameter = page.ButtonPayload } : null;
        var result = await policy.ExecuteAsync(
            null,
            SendPriority.Answer,
            repeatable: true,
            token => Client.AnswerInlineQuery(
                id, page.Cards.Select(WireMessage.Article), cacheTime: InlineCacheSeconds, isPersonal: true, nextOffset: page.NextOffset, button: button, cancellationToken: token),
            cancellationToken);
        if (result is not CallResult<bool>.Refused { Refusal.Kind: RefusalKind.Expired })
            LogFailure("answerInlineQuery", result);
    }

    /// <summary>Shows that an answer is being prepared; not while the chat is to be left alone.</summary>
    public async Task SendActionAsync(ChatTarget chat, ChatAction action, int? topic, CancellationToken cancellationToken)
    {
        if (mode.DryRun || policy.IsPaused(chat))
            return;
        var result = await policy.ExecuteAsync(
            null, SendPriority.Answer, repeatable: false, token => Client.SendChatAction(chat.ToChatId(), action, messageThreadId: topic, cancellationToken: token), cancellationToken);
        LogFailure("sendChatAction", result);
    }

    private Task<CallResult<Message>> SendOnceAsync(ChatTarget chat, MessageContent content, SendOptions options, bool asEntities, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(
            chat,
            options.Priority,
            repeatable: false,
            token => Client.SendMessage(
                chat.ToChatId(),
                asEntities ? content.Text.Text : TelegramHtml.Write(content.Text),
                parseMode: asEntities ? ParseMode.None : ParseMode.Html,
                replyParameters: options.ReplyTo is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null,
                replyMarkup: options.AskWith is { } hint ? new ForceReplyMarkup { InputFieldPlaceholder = hint, Selective = true } : WireMessage.Markup(content.Keyboard),
                linkPreviewOptions: WireMessage.Preview(content.Preview),
                messageThreadId: options.Topic,
                entities: asEntities ? WireMessage.Entities(content.Text) : null,
                disableNotification: options.Silent,
                allowPaidBroadcast: options.Paid,
                cancellationToken: token),
            cancellationToken);

    private Task<CallResult<Message>> SendPictureOnceAsync(ChatTarget chat, byte[] png, MessageContent caption, SendOptions options, bool asEntities, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(
            chat,
            options.Priority,
            repeatable: false,
            async token =>
            {
                using var content = new MemoryStream(png, writable: false);
                return await Client.SendPhoto(
                    chat.ToChatId(),
                    InputFile.FromStream(content, "chart.png"),
                    caption: asEntities ? caption.Text.Text : TelegramHtml.Write(caption.Text),
                    parseMode: asEntities ? ParseMode.None : ParseMode.Html,
                    replyParameters: options.ReplyTo is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null,
                    replyMarkup: WireMessage.Markup(caption.Keyboard),
                    messageThreadId: options.Topic,
                    captionEntities: asEntities ? WireMessage.Entities(caption.Text) : null,
                    disableNotification: options.Silent,
                    cancellationToken: token);
            },
            cancellationToken);

    private Task<CallResult<Message>> SendDocumentOnceAsync(ChatTarget chat, string name, byte[] bytes, string caption, SendOptions options, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(
            chat,
            options.Priority,
            repeatable: false,
            async token =>
            {
                using var content = new MemoryStream(bytes, writable: false);
                return await Client.SendDocument(chat.ToChatId(), InputFile.FromStream(content, name), caption: caption, messageThreadId: options.Topic, disableNotification: options.Silent, cancellationToken: token);
            },
            cancellationToken);

    private Task<CallResult<Message>> EditOnceAsync(ChatTarget chat, int messageId, MessageContent content, SendPriority priority, bool asEntities, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(
            chat,
            priority,
            repeatable: true,
            token => Client.EditMessageText(
                chat.ToChatId(),
                messageId,
                asEntities ? content.Text.Text : TelegramHtml.Write(content.Text),
                parseMode: asEntities ? ParseMode.None : ParseMode.Html,
                replyMarkup: WireMessage.Markup(content.Keyboard),
                linkPreviewOptions: WireMessage.Preview(content.Preview),
                entities: asEntities ? WireMessage.Entities(content.Text) : null,
                cancellationToken: token),
            cancellationToken);

    /// <summary>Makes a call with HTML, and once more with entities where Telegram cannot read that.</summary>
    private async Task<CallResult<Message>> ReadablyAsync(ChatTarget chat, Func<ChatTarget, bool, Task<CallResult<Message>>> call, CancellationToken cancellationToken)
    {
        var result = await WhereItIsAsync(chat, target => call(target, false), cancellationToken);
        if (result is not CallResult<Message>.Refused { Refusal: { Kind: RefusalKind.Parse } refusal })
            return result;
        Unparsed(chat, refusal);
        faults.Note(refusal);
        return await WhereItIsAsync(chat, target => call(target, true), cancellationToken);
    }

    /// <summary>Makes a call where the chat is now, and once more where it turns out to have moved to.</summary>
    private async Task<CallResult<T>> WhereItIsAsync<T>(ChatTarget chat, Func<ChatTarget, Task<CallResult<T>>> call, CancellationToken cancellationToken)
    {
        var target = await moves.FollowAsync(chat, cancellationToken);
        var result = await call(target);
        if (result is not CallResult<T>.Refused { Refusal.MigratedTo: { } moved })
            return result;
        Moved(target, moved);
        if (target.Id is { } id)
            await moves.NoteAsync(id, moved, CancellationToken.None);
        return await call(moved);
    }

    private SendOutcome Sent(SendOptions options, CallResult<Message> result)
    {
        var outcome = SendOutcome.Of(result, policy.Until(result));
        metrics.Tried(options.Priority, outcome);
        return outcome;
    }

    private ChangeOutcome Changed<T>(CallResult<T> result) => ChangeOutcome.Of(result, policy.Until(result));

    private void LogFailure<T>(string method, CallResult<T> result)
    {
        if (result.Fault is { } reason)
            Failed(method, reason);
    }

    [LoggerMessage(2013, LogLevel.Error, "Telegram could not read the formatting of a message for {ChatId} ({Refusal}); the same text goes with entities instead. This is a fault of the program, please report it")]
    private partial void Unparsed(ChatTarget chatId, Refusal refusal);

    [LoggerMessage(2014, LogLevel.Warning, "{Method} failed: {Reason}")]
    private partial void Failed(string method, string reason);

    [LoggerMessage(2015, LogLevel.Information, "{ChatId} has become {NewChatId}; what was meant for it goes there from now on")]
    private partial void Moved(ChatTarget chatId, long newChatId);
}
