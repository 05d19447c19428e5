namespace Telegram.Bot.Requests;

internal sealed class GetChatMemberCountRequest() : MethodRequest<int>("getChatMemberCount")
{
    public required ChatId ChatId { get; init; }
}
