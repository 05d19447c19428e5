namespace Telegram.Bot.Requests;

internal sealed class SendChatActionRequest() : MethodRequest<bool>("sendChatAction")
{
    public required ChatId ChatId { get; init; }

    public required ChatAction Action { get; init; }

    public int? MessageThreadId { get; init; }

    public string? BusinessConnectionId { get; init; }
}
