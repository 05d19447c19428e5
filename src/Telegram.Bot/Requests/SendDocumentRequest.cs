namespace Telegram.Bot.Requests;

internal sealed class SendDocumentRequest() : FileRequest<Message>("sendDocument")
{
    public required ChatId ChatId { get; init; }

    public required InputFile Document { get; init; }

    public string? Caption { get; init; }

    public ParseMode ParseMode { get; init; }

    public ReplyParameters? ReplyParameters { get; init; }

    public ReplyMarkup? ReplyMarkup { get; init; }

    public InputFile? Thumbnail { get; init; }

    public int? MessageThreadId { get; init; }

    public IEnumerable<MessageEntity>? CaptionEntities { get; init; }

    public bool DisableContentTypeDetection { get; init; }

    public bool DisableNotification { get; init; }

    public bool ProtectContent { get; init; }

    public string? MessageEffectId { get; init; }

    public string? BusinessConnectionId { get; init; }

    public bool AllowPaidBroadcast { get; init; }

    public long? DirectMessagesTopicId { get; init; }

    public SuggestedPostParameters? SuggestedPostParameters { get; init; }

    public long? ReceiverUserId { get; init; }

    public string? CallbackQueryId { get; init; }

    protected override IEnumerable<(string Name, InputFile? File)> Files => [("document", Document), ("thumbnail", Thumbnail)];
}
