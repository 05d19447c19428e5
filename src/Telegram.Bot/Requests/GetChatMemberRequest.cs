namespace Telegram.Bot.Requests;

internal sealed class GetChatMemberRequest() : MethodRequest<ChatMember>("getChatMember")
{
    public required ChatId ChatId { get; init; }

    public required long UserId { get; init; }
}
