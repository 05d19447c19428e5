namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Sends a text and returns the message that it became.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="text">1 to 4096 characters after its entities are read.</param>
    /// <param name="parseMode">How the text is written.</param>
    /// <param name="replyParameters">The message that it answers.</param>
    /// <param name="replyMarkup">The buttons under it.</param>
    /// <param name="linkPreviewOptions">Which link is previewed; null for the first one.</param>
    /// <param name="messageThreadId">The topic.</param>
    /// <param name="entities">The entities of the text, instead of a parse mode.</param>
    /// <param name="disableNotification">True to arrive without a sound.</param>
    /// <param name="protectContent">True to forbid forwarding and saving.</param>
    /// <param name="messageEffectId">An effect; private chats only.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="allowPaidBroadcast">True to pay for more than the free rate.</param>
    /// <param name="directMessagesTopicId">The topic of a channel's direct messages.</param>
    /// <param name="suggestedPostParameters">Asks a channel to post it.</param>
    /// <param name="receiverUserId">The one user of a group who is to see it.</param>
    /// <param name="callbackQueryId">The pressed button that it answers.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<Message> SendMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        string text,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        LinkPreviewOptions? linkPreviewOptions = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? entities = null,
        bool disableNotification = false,
        bool protectContent = false,
        string? messageEffectId = null,
        string? businessConnectionId = null,
        bool allowPaidBroadcast = false,
        long? directMessagesTopicId = null,
        SuggestedPostParameters? suggestedPostParameters = null,
        long? receiverUserId = null,
        string? callbackQueryId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendMessageRequest
            {
                ChatId = chatId,
                Text = text,
                ParseMode = parseMode,
                ReplyParameters = replyParameters,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                MessageThreadId = messageThreadId,
                Entities = entities,
                DisableNotification = disableNotification,
                ProtectContent = protectContent,
                MessageEffectId = messageEffectId,
                BusinessConnectionId = businessConnectionId,
                AllowPaidBroadcast = allowPaidBroadcast,
                DirectMessagesTopicId = directMessagesTopicId,
                SuggestedPostParameters = suggestedPostParameters,
                ReceiverUserId = receiverUserId,
                CallbackQueryId = callbackQueryId,
            },
            cancellationToken);

    /// <summary>Sends a photo and returns the message that it became.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="photo">The photo.</param>
    /// <param name="caption">0 to 1024 characters after its entities are read.</param>
    /// <param name="parseMode">How the text is written.</param>
    /// <param name="replyParameters">The message that it answers.</param>
    /// <param name="replyMarkup">The buttons under it.</param>
    /// <param name="messageThreadId">The topic.</param>
    /// <param name="captionEntities">The entities of the caption, instead of a parse mode.</param>
    /// <param name="showCaptionAboveMedia">True to show the caption above.</param>
    /// <param name="hasSpoiler">True to hide the photo until touched.</param>
    /// <param name="disableNotification">True to arrive without a sound.</param>
    /// <param name="protectContent">True to forbid forwarding and saving.</param>
    /// <param name="messageEffectId">An effect; private chats only.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="allowPaidBroadcast">True to pay for more than the free rate.</param>
    /// <param name="directMessagesTopicId">The topic of a channel's direct messages.</param>
    /// <param name="suggestedPostParameters">Asks a channel to post it.</param>
    /// <param name="receiverUserId">The one user of a group who is to see it.</param>
    /// <param name="callbackQueryId">The pressed button that it answers.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<Message> SendPhoto(
        this ITelegramBotClient botClient,
        ChatId chatId,
        InputFile photo,
        string? caption = null,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? captionEntities = null,
        bool showCaptionAboveMedia = false,
        bool hasSpoiler = false,
        bool disableNotification = false,
        bool protectContent = false,
        string? messageEffectId = null,
        string? businessConnectionId = null,
        bool allowPaidBroadcast = false,
        long? directMessagesTopicId = null,
        SuggestedPostParameters? suggestedPostParameters = null,
        long? receiverUserId = null,
        string? callbackQueryId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendPhotoRequest
            {
                ChatId = chatId,
                Photo = photo,
                Caption = caption,
                ParseMode = parseMode,
                ReplyParameters = replyParameters,
                ReplyMarkup = replyMarkup,
                MessageThreadId = messageThreadId,
                CaptionEntities = captionEntities,
                ShowCaptionAboveMedia = showCaptionAboveMedia,
                HasSpoiler = hasSpoiler,
                DisableNotification = disableNotification,
                ProtectContent = protectContent,
                MessageEffectId = messageEffectId,
                BusinessConnectionId = businessConnectionId,
                AllowPaidBroadcast = allowPaidBroadcast,
                DirectMessagesTopicId = directMessagesTopicId,
                SuggestedPostParameters = suggestedPostParameters,
                ReceiverUserId = receiverUserId,
                CallbackQueryId = callbackQueryId,
            },
            cancellationToken);

    /// <summary>Sends a file and returns the message that it became.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="document">The file.</param>
    /// <param name="caption">0 to 1024 characters after its entities are read.</param>
    /// <param name="parseMode">How the text is written.</param>
    /// <param name="replyParameters">The message that it answers.</param>
    /// <param name="replyMarkup">The buttons under it.</param>
    /// <param name="thumbnail">A small picture of the file, uploaded.</param>
    /// <param name="messageThreadId">The topic.</param>
    /// <param name="captionEntities">The entities of the caption, instead of a parse mode.</param>
    /// <param name="disableContentTypeDetection">True to leave the kind of an uploaded file alone.</param>
    /// <param name="disableNotification">True to arrive without a sound.</param>
    /// <param name="protectContent">True to forbid forwarding and saving.</param>
    /// <param name="messageEffectId">An effect; private chats only.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="allowPaidBroadcast">True to pay for more than the free rate.</param>
    /// <param name="directMessagesTopicId">The topic of a channel's direct messages.</param>
    /// <param name="suggestedPostParameters">Asks a channel to post it.</param>
    /// <param name="receiverUserId">The one user of a group who is to see it.</param>
    /// <param name="callbackQueryId">The pressed button that it answers.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<Message> SendDocument(
        this ITelegramBotClient botClient,
        ChatId chatId,
        InputFile document,
        string? caption = null,
        ParseMode parseMode = ParseMode.None,
        ReplyParameters? replyParameters = null,
        ReplyMarkup? replyMarkup = null,
        InputFile? thumbnail = null,
        int? messageThreadId = null,
        IEnumerable<MessageEntity>? captionEntities = null,
        bool disableContentTypeDetection = false,
        bool disableNotification = false,
        bool protectContent = false,
        string? messageEffectId = null,
        string? businessConnectionId = null,
        bool allowPaidBroadcast = false,
        long? directMessagesTopicId = null,
        SuggestedPostParameters? suggestedPostParameters = null,
        long? receiverUserId = null,
        string? callbackQueryId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendDocumentRequest
            {
                ChatId = chatId,
                Document = document,
                Caption = caption,
                ParseMode = parseMode,
                ReplyParameters = replyParameters,
                ReplyMarkup = replyMarkup,
                Thumbnail = thumbnail,
                MessageThreadId = messageThreadId,
                CaptionEntities = captionEntities,
                DisableContentTypeDetection = disableContentTypeDetection,
                DisableNotification = disableNotification,
                ProtectContent = protectContent,
                MessageEffectId = messageEffectId,
                BusinessConnectionId = businessConnectionId,
                AllowPaidBroadcast = allowPaidBroadcast,
                DirectMessagesTopicId = directMessagesTopicId,
                SuggestedPostParameters = suggestedPostParameters,
                ReceiverUserId = receiverUserId,
                CallbackQueryId = callbackQueryId,
            },
            cancellationToken);

    /// <summary>Shows for five seconds, or until the next message, what the bot is doing.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="action">What the bot is doing.</param>
    /// <param name="messageThreadId">The topic.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task SendChatAction(
        this ITelegramBotClient botClient,
        ChatId chatId,
        ChatAction action,
        int? messageThreadId = null,
        string? businessConnectionId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SendChatActionRequest
            {
                ChatId = chatId,
                Action = action,
                MessageThreadId = messageThreadId,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);
}
