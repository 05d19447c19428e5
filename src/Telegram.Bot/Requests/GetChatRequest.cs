namespace Telegram.Bot.Requests;

internal sealed class GetChatRequest() : MethodRequest<ChatFullInfo>("getChat")
{
    public required ChatId ChatId { get; init; }
}
