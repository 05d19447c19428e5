namespace Telegram.Bot.Requests;

internal sealed class DeleteMessageRequest() : MethodRequest<bool>("deleteMessage")
{
    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }
}
