namespace Telegram.Bot.Requests;

internal sealed class DeleteMessagesRequest() : MethodRequest<bool>("deleteMessages")
{
    public required ChatId ChatId { get; init; }

    public required IEnumerable<int> MessageIds { get; init; }
}
