namespace Telegram.Bot.Requests;

internal sealed class ForwardMessageRequest() : MethodRequest<Message>("forwardMessage")
{
    public required ChatId ChatId { get; init; }

    public required ChatId FromChatId { get; init; }

    public required int MessageId { get; init; }

    public int? MessageThreadId { get; init; }

    public bool DisableNotification { get; init; }

    public bool ProtectContent { get; init; }

    public int? VideoStartTimestamp { get; init; }

    public long? DirectMessagesTopicId { get; init; }

    public SuggestedPostParameters? SuggestedPostParameters { get; init; }

    public string? MessageEffectId { get; init; }
}
