namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Forwards a message, its origin shown, and returns the new one.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="fromChatId">The chat of the original.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="messageThreadId">The topic.</param>
    /// <param name="disableNotification">True to arrive without a sound.</param>
    /// <param name="protectContent">True to forbid forwarding and saving.</param>
    /// <param name="videoStartTimestamp">Where a video starts, in seconds.</param>
    /// <param name="directMessagesTopicId">The topic of a channel's direct messages.</param>
    /// <param name="suggestedPostParameters">Asks a channel to post it.</param>
    /// <param name="messageEffectId">An effect; private chats only.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<Message> ForwardMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        ChatId fromChatId,
        int messageId,
        int? messageThreadId = null,
        bool disableNotification = false,
        bool protectContent = false,
        int? videoStartTimestamp = null,
        long? directMessagesTopicId = null,
        SuggestedPostParameters? suggestedPostParameters = null,
        string? messageEffectId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new ForwardMessageRequest
            {
                ChatId = chatId,
                FromChatId = fromChatId,
                MessageId = messageId,
                MessageThreadId = messageThreadId,
                DisableNotification = disableNotification,
                ProtectContent = protectContent,
                VideoStartTimestamp = videoStartTimestamp,
                DirectMessagesTopicId = directMessagesTopicId,
                SuggestedPostParameters = suggestedPostParameters,
                MessageEffectId = messageEffectId,
            },
            cancellationToken);

    /// <summary>Sends the content of a message again, without its origin, and returns the number of the new one.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="fromChatId">The chat of the original.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="caption">0 to 1024 characters after its entities are read.</param>
    /// <param name="parseMode">How the text is written.</param>
    /// <param name="replyParameters">The message that it answers.</param>
    /// <param name="replyMarkup">The buttons under it.</param>
    /// <param name="messageThreadId">The topic.</param>
    /// <param name="captionEntities">The entities of the caption, instead of a parse mode.</param>
    /// <param name="showCaptionAboveMedia">True to show the caption above.</param>
    /// <param name="disableNotification">True to arrive without a sound.</param>
    /// <param name="protectContent">True to forbid forwarding and saving.</param>
    /// <param name="allowPaidBroadcast">True to pay for more than the free rate.</param>
    /// <param name="videoStartTimestamp">Where a video starts, in seconds.</param>
    /// <param name="directMessagesTopicId">The topic of a channel's direct messages.</param>
    /// <param name="suggestedPostParameters">Asks a channel to post it.</param>
    /// <param name="messageEffectId">An effect; private chats only.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<MessageId> CopyMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        ChatId fromChatId,
        int messageId,
        string? caption = null,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? captionEntities = null,
        bool showCaptionAboveMedia = false,
        bool disableNotification = false,
        bool protectContent = false,
        bool allowPaidBroadcast = false,
        int? videoStartTimestamp = null,
        long? directMessagesTopicId = null,
        SuggestedPostParameters? suggestedPostParameters = null,
        string? messageEffectId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new CopyMessageRequest
            {
                ChatId = chatId,
                FromChatId = fromChatId,
                MessageId = messageId,
                Caption = caption,
                ParseMode = parseMode,
                ReplyParameters = replyParameters,
                ReplyMarkup = replyMarkup,
                MessageThreadId = messageThreadId,
                CaptionEntities = captionEntities,
                ShowCaptionAboveMedia = showCaptionAboveMedia,
                DisableNotification = disableNotification,
                ProtectContent = protectContent,
                AllowPaidBroadcast = allowPaidBroadcast,
                VideoStartTimestamp = videoStartTimestamp,
                DirectMessagesTopicId = directMessagesTopicId,
                SuggestedPostParameters = suggestedPostParameters,
                MessageEffectId = messageEffectId,
            },
            cancellationToken);
}
