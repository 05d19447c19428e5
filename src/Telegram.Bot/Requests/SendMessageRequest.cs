namespace Telegram.Bot.Requests;

internal sealed class SendMessageRequest() : MethodRequest<Message>("sendMessage")
{
    public required ChatId ChatId { get; init; }

    public required string Text { get; init; }

    public ParseMode ParseMode { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public ReplyMarkup? ReplyMarkup { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public int? MessageThreadId { get; init; }

    public IEnumerable<MessageEntity>? Entities { get; init; }

    public bool DisableNotification { get; init; }

    public bool ProtectContent { get; init; }

    public string? MessageEffectId { get; init; }

    public string? BusinessConnectionId { get; init; }

    public bool AllowPaidBroadcast { get; init; }

    public long? DirectMessagesTopicId { get; init; }

    public SuggestedPostParameters? SuggestedPostParameters { get; init; }

    public long? ReceiverUserId { get; init; }

    public string? CallbackQueryId { get; init; }
}
