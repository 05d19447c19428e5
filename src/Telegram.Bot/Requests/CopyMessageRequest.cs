namespace Telegram.Bot.Requests;

internal sealed class CopyMessageRequest() : MethodRequest<MessageId>("copyMessage")
{
    public required ChatId ChatId { get; init; }

    public required ChatId FromChatId { get; init; }

    public required int MessageId { get; init; }

    public string? Caption { get; init; }

    public ParseMode ParseMode { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public ReplyMarkup? ReplyMarkup { get; init; }

    public int? MessageThreadId { get; init; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; init; }

    public bool ShowCaptionAboveMedia { get; init; }

    public bool DisableNotification { get; init; }

    public bool ProtectContent { get; init; }

    public bool AllowPaidBroadcast { get; init; }

    public int? VideoStartTimestamp { get; init; }

    public long? DirectMessagesTopicId { get; init; }

    public SuggestedPostParameters? SuggestedPostParameters { get; init; }

    public string? MessageEffectId { get; init; }
}
