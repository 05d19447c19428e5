namespace Telegram.Bot.Requests;

internal sealed class GetChatAdministratorsRequest() : MethodRequest<ChatMember[]>("getChatAdministrators")
{
    public required ChatId ChatId { get; init; }

    public bool ReturnBots { get; init; }
}
