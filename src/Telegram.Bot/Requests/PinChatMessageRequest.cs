namespace Telegram.Bot.Requests;

internal sealed class PinChatMessageRequest() : MethodRequest<bool>("pinChatMessage")
{
    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }

    public bool DisableNotification { get; init; }

    public string? BusinessConnectionId { get; init; }
}
