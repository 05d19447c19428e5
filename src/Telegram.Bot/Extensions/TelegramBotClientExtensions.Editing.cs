namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Replaces the text, the preview and the buttons of a message: what is left out is taken away.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="text">1 to 4096 characters after its entities are read; null for a rich message.</param>
    /// <param name="parseMode">How the text is written.</param>
    /// <param name="replyMarkup">The buttons; null takes them away.</param>
    /// <param name="linkPreviewOptions">Which link is previewed; null for the first one.</param>
    /// <param name="entities">The entities of the text, instead of a parse mode.</param>
    /// <param name="richMessage">A rich message, instead of the text.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<Message> EditMessageText(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        string? text,
        ParseMode parseMode = ParseMode.None,
        InlineKeyboardMarkup? replyMarkup = null,
        LinkPreviewOptions? linkPreviewOptions = null,
        IEnumerable<MessageEntity>? entities = null,
        InputRichMessage? richMessage = null,
        string? businessConnectionId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditMessageTextRequest
            {
                ChatId = chatId,
                MessageId = messageId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                Entities = entities,
                RichMessage = richMessage,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);

    /// <summary>Replaces the text, the preview and the buttons of a message: what is left out is taken away.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="inlineMessageId">The inline message.</param>
    /// <param name="text">1 to 4096 characters after its entities are read; null for a rich message.</param>
    /// <param name="parseMode">How the text is written.</param>
    /// <param name="replyMarkup">The buttons; null takes them away.</param>
    /// <param name="linkPreviewOptions">Which link is previewed; null for the first one.</param>
    /// <param name="entities">The entities of the text, instead of a parse mode.</param>
    /// <param name="richMessage">A rich message, instead of the text.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task EditMessageText(
        this ITelegramBotClient botClient,
        string inlineMessageId,
        string? text,
        ParseMode parseMode = ParseMode.None,
        InlineKeyboardMarkup? replyMarkup = null,
        LinkPreviewOptions? linkPreviewOptions = null,
        IEnumerable<MessageEntity>? entities = null,
        InputRichMessage? richMessage = null,
        string? businessConnectionId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditInlineTextRequest
            {
                InlineMessageId = inlineMessageId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                LinkPreviewOptions = linkPreviewOptions,
                Entities = entities,
                RichMessage = richMessage,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);

    /// <summary>Replaces the buttons of a message: without any, they are taken away.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="replyMarkup">The buttons; null takes them away.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<Message> EditMessageReplyMarkup(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        InlineKeyboardMarkup? replyMarkup = null,
        string? businessConnectionId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditMessageReplyMarkupRequest
            {
                ChatId = chatId,
                MessageId = messageId,
                ReplyMarkup = replyMarkup,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);

    /// <summary>Replaces the buttons of a message: without any, they are taken away.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="inlineMessageId">The inline message.</param>
    /// <param name="replyMarkup">The buttons; null takes them away.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task EditMessageReplyMarkup(
        this ITelegramBotClient botClient,
        string inlineMessageId,
        InlineKeyboardMarkup? replyMarkup = null,
        string? businessConnectionId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new EditInlineReplyMarkupRequest
            {
                InlineMessageId = inlineMessageId,
                ReplyMarkup = replyMarkup,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);

    /// <summary>Deletes a message; the server refuses those older than 48 hours.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task DeleteMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteMessageRequest { ChatId = chatId, MessageId = messageId }, cancellationToken);

    /// <summary>Deletes up to 100 messages, skipping those that are not there.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageIds">The messages.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task DeleteMessages(
        this ITelegramBotClient botClient,
        ChatId chatId,
        IEnumerable<int> messageIds,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteMessagesRequest { ChatId = chatId, MessageIds = messageIds }, cancellationToken);

    /// <summary>Pins a message.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="disableNotification">True to arrive without a sound.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task PinChatMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        bool disableNotification = false,
        string? businessConnectionId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new PinChatMessageRequest
            {
                ChatId = chatId,
                MessageId = messageId,
                DisableNotification = disableNotification,
                BusinessConnectionId = businessConnectionId,
            },
            cancellationToken);

    /// <summary>Unpins a message.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageId">The message; null for the one pinned last.</param>
    /// <param name="businessConnectionId">The business account that it is done for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task UnpinChatMessage(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int? messageId = null,
        string? businessConnectionId = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new UnpinChatMessageRequest { ChatId = chatId, MessageId = messageId, BusinessConnectionId = businessConnectionId }, cancellationToken);

    /// <summary>Replaces the bot's reactions to a message.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="reaction">The reactions; null or none to take them back.</param>
    /// <param name="isBig">True for a large animation.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task SetMessageReaction(
        this ITelegramBotClient botClient,
        ChatId chatId,
        int messageId,
        IEnumerable<ReactionType>? reaction,
        bool isBig = false,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new SetMessageReactionRequest { ChatId = chatId, MessageId = messageId, Reaction = reaction, IsBig = isBig }, cancellationToken);
}
