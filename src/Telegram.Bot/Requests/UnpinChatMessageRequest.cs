namespace Telegram.Bot.Requests;

internal sealed class UnpinChatMessageRequest() : MethodRequest<bool>("unpinChatMessage")
{
    public required ChatId ChatId { get; init; }

    public int? MessageId { get; init; }

    public string? BusinessConnectionId { get; init; }
}
