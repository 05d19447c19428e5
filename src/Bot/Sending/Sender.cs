using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace BotDigest.Bot.Sending;

/// <summary>Sends, edits and deletes messages: the only way from here to a chat.</summary>
/// <param name="client">The client; made when it is first needed, because some verbs have no token.</param>
/// <param name="policy">How calls are made.</param>
/// <param name="mode">Whether anything is really sent.</param>
/// <param name="log">Says what was unusual.</param>
internal sealed partial class Sender(Lazy<ITelegramBotClient> client, SendPolicy policy, RunMode mode, ILogger<Sender> log)
{
    private const int FirstLine = 60;
    private const string DryRun = "nothing is sent in a dry run";

    private ITelegramBotClient Client => client.Value;

    /// <summary>Sends a message. Where the formatting is refused, its text goes with entities instead; where the chat has moved, it follows.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before the call; nothing was sent.</exception>
    public async Task<SendOutcome> SendAsync(ChatTarget chat, MessageContent content, SendOptions options, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
        {
            WouldSend(chat, content);
            return new SendOutcome.Postponed(null, DryRun);
        }

        var result = await SendOnceAsync(chat, content, options, asEntities: false, cancellationToken);
        if (result is CallResult<Message>.Refused { Refusal.Kind: RefusalKind.Parse } unread)
        {
            Unparsed(chat, unread.Refusal);
            result = await SendOnceAsync(chat, content, options, asEntities: true, cancellationToken);
        }

        if (result is CallResult<Message>.Refused { Refusal.MigratedTo: { } moved })
            result = await SendOnceAsync(moved, content, options, asEntities: false, cancellationToken);
        return result switch
        {
            CallResult<Message>.Done { Value: var sent } => new SendOutcome.Sent(sent.Chat.Id, sent.Id, new DateTimeOffset(sent.Date, TimeSpan.Zero)),
            CallResult<Message>.Refused { Refusal: var refusal } => new SendOutcome.Rejected(refusal),
            CallResult<Message>.Doubtful { Reason: var reason } => new SendOutcome.Unknown(reason),
            CallResult<Message>.NotDone { Reason: var reason } => new SendOutcome.Postponed(policy.Until(result), reason),
            _ => throw new InvalidOperationException($"Unexpected {result}."),
        };
    }

    /// <summary>Makes a message say what <paramref name="content"/> says; without a keyboard in it the message loses its own.</summary>
    public async Task<ChangeOutcome> EditAsync(ChatTarget chat, int messageId, MessageContent content, SendPriority priority, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
        {
            WouldEdit(messageId, chat, content);
            return new ChangeOutcome.Postponed(null, DryRun);
        }

        var result = await EditOnceAsync(chat, messageId, content, priority, asEntities: false, cancellationToken);
        if (result is CallResult<Message>.Refused { Refusal.Kind: RefusalKind.Parse } unread)
        {
            Unparsed(chat, unread.Refusal);
            result = await EditOnceAsync(chat, messageId, content, priority, asEntities: true, cancellationToken);
        }

        return result is CallResult<Message>.Refused { Refusal.Kind: RefusalKind.NotModified } ? new ChangeOutcome.Done() : Changed(result);
    }

    /// <summary>Deletes a message; one that is gone already is fine.</summary>
    public async Task<ChangeOutcome> DeleteAsync(ChatTarget chat, int messageId, SendPriority priority, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
        {
            WouldDelete(messageId, chat);
            return new ChangeOutcome.Postponed(null, DryRun);
        }

        var result = await ExecuteAsync(
            chat, priority, repeatable: true, token => Client.DeleteMessage(chat.ToChatId(), messageId, cancellationToken: token), cancellationToken);
        return Changed(result);
    }

    /// <summary>Forwards a message without a sound.</summary>
    public async Task<ForwardOutcome> ForwardAsync(ChatTarget target, ChatTarget source, int messageId, SendPriority priority, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return new ForwardOutcome.Postponed(null, DryRun);
        var result = await policy.ExecuteAsync(
            target,
            priority,
            repeatable: true,
            token => Client.ForwardMessage(target.ToChatId(), source.ToChatId(), messageId, disableNotification: true, cancellationToken: token),
            cancellationToken);
        return result switch
        {
            CallResult<Message>.Done { Value: var copy } => new ForwardOutcome.Forwarded(copy),
            CallResult<Message>.Refused { Refusal.Kind: RefusalKind.Missing } => new ForwardOutcome.Missing(),
            CallResult<Message>.Refused { Refusal: var refusal } => new ForwardOutcome.Rejected(refusal),
            _ => new ForwardOutcome.Postponed(policy.Until(result), Reason(result)),
        };
    }

    /// <summary>Pins a message without a sound.</summary>
    public async Task<ChangeOutcome> PinAsync(ChatTarget chat, int messageId, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return new ChangeOutcome.Postponed(null, DryRun);
        var result = await ExecuteAsync(
            chat, SendPriority.Channel, repeatable: true, token => Client.PinChatMessage(chat.ToChatId(), messageId, disableNotification: true, cancellationToken: token), cancellationToken);
        return Changed(result);
    }

    /// <summary>Unpins a message; one that is not pinned is fine.</summary>
    public async Task<ChangeOutcome> UnpinAsync(ChatTarget chat, int messageId, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return new ChangeOutcome.Postponed(null, DryRun);
        var result = await ExecuteAsync(
            chat, SendPriority.Channel, repeatable: true, token => Client.UnpinChatMessage(chat.ToChatId(), messageId, cancellationToken: token), cancellationToken);
        return Changed(result);
    }

    /// <summary>Answers the press of a button; an answer that comes too late is no fault.</summary>
    public async Task AnswerCallbackAsync(string id, string? text, bool alert, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return;
        var result = await ExecuteAsync(
            null, SendPriority.Answer, repeatable: true, token => Client.AnswerCallbackQuery(id, text, showAlert: alert, cancellationToken: token), cancellationToken);
        LogFailure("answerCallbackQuery", result);
    }

    /// <summary>Shows that an answer is being prepared.</summary>
    public async Task SendActionAsync(ChatTarget chat, ChatAction action, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return;
        var result = await ExecuteAsync(
            null, SendPriority.Answer, repeatable: false, token => Client.SendChatAction(chat.ToChatId(), action, cancellationToken: token), cancellationToken);
        LogFailure("sendChatAction", result);
    }

    /// <summary>Registers commands with Telegram.</summary>
    /// <returns>True where Telegram took them.</returns>
    public async Task<bool> SetCommandsAsync(IEnumerable<BotCommand> commands, BotCommandScope? scope, string? languageCode, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return true;
        var result = await ExecuteAsync(
            null, SendPriority.Answer, repeatable: true, token => Client.SetMyCommands(commands, scope, languageCode, cancellationToken: token), cancellationToken);
        LogFailure("setMyCommands", result);
        return result is CallResult<bool>.Done;
    }

    /// <summary>Asks which commands are registered.</summary>
    public Task<CallResult<BotCommand[]>> GetCommandsAsync(BotCommandScope? scope, string? languageCode, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Answer, repeatable: true, token => Client.GetMyCommands(scope, languageCode, cancellationToken: token), cancellationToken);

    /// <summary>Asks who the bot is.</summary>
    public Task<CallResult<User>> GetMeAsync(CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Channel, repeatable: true, token => Client.GetMe(cancellationToken: token), cancellationToken);

    /// <summary>Asks about a chat.</summary>
    public Task<CallResult<ChatFullInfo>> GetChatAsync(ChatTarget chat, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Channel, repeatable: true, token => Client.GetChat(chat.ToChatId(), cancellationToken: token), cancellationToken);

    /// <summary>Asks what a user may do in a chat.</summary>
    public Task<CallResult<ChatMember>> GetChatMemberAsync(ChatTarget chat, long userId, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Channel, repeatable: true, token => Client.GetChatMember(chat.ToChatId(), userId, cancellationToken: token), cancellationToken);

    /// <summary>Asks where updates go.</summary>
    public Task<CallResult<WebhookInfo>> GetWebhookAsync(CancellationToken cancellationToken) =>
        policy.ExecuteAsync(null, SendPriority.Channel, repeatable: true, token => Client.GetWebhookInfo(cancellationToken: token), cancellationToken);

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

    private Task<CallResult<bool>> ExecuteAsync(ChatTarget? chat, SendPriority priority, bool repeatable, Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        policy.ExecuteAsync(
            chat,
            priority,
            repeatable,
            async token =>
            {
                await call(token);
                return true;
            },
            cancellationToken);

    private ChangeOutcome Changed<T>(CallResult<T> result) => result switch
    {
        CallResult<T>.Done => new ChangeOutcome.Done(),
        CallResult<T>.Refused { Refusal.Kind: RefusalKind.Missing } => new ChangeOutcome.Gone(),
        CallResult<T>.Refused { Refusal: var refusal } => new ChangeOutcome.Rejected(refusal),
        _ => new ChangeOutcome.Postponed(policy.Until(result), Reason(result)),
    };

    private static string Reason<T>(CallResult<T> result) => result switch
    {
        CallResult<T>.NotDone { Reason: var reason } => reason,
        CallResult<T>.Doubtful { Reason: var reason } => reason,
        _ => throw new InvalidOperationException($"Unexpected {result}."),
    };

    private void LogFailure<T>(string method, CallResult<T> result)
    {
        if (result is CallResult<T>.Done)
            return;
        var reason = result is CallResult<T>.Refused { Refusal: var refusal } ? refusal.ToString() : Reason(result);
        Failed(method, reason);
    }

    private void WouldSend(ChatTarget chat, MessageContent content)
    {
        var (length, start) = (content.Text.Length, Start(content));
        WouldSend(chat, length, start);
    }

    private void WouldEdit(int messageId, ChatTarget chat, MessageContent content)
    {
        var (length, start) = (content.Text.Length, Start(content));
        WouldEdit(messageId, chat, length, start);
    }

    private static string Start(MessageContent content)
    {
        var line = content.Text.Text.AsSpan();
        if (line.IndexOf('\n') is var end and >= 0)
            line = line[..end];
        return line.Length <= FirstLine ? line.ToString() : string.Concat(line[..FirstLine], "…");
    }

    [LoggerMessage(2010, LogLevel.Information, "Dry run: would send {Length} characters to {ChatId}: {Start}")]
    private partial void WouldSend(ChatTarget chatId, int length, string start);

    [LoggerMessage(2011, LogLevel.Information, "Dry run: would edit message {MessageId} in {ChatId} to {Length} characters: {Start}")]
    private partial void WouldEdit(int messageId, ChatTarget chatId, int length, string start);

    [LoggerMessage(2012, LogLevel.Information, "Dry run: would delete message {MessageId} in {ChatId}")]
    private partial void WouldDelete(int messageId, ChatTarget chatId);

    [LoggerMessage(2013, LogLevel.Error, "Telegram could not read the formatting of a message for {ChatId} ({Refusal}); the same text goes with entities instead. This is a fault of the program, please report it")]
    private partial void Unparsed(ChatTarget chatId, Refusal refusal);

    [LoggerMessage(2014, LogLevel.Warning, "{Method} failed: {Reason}")]
    private partial void Failed(string method, string reason);
}
