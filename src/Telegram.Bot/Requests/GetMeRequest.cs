namespace Telegram.Bot.Requests;

internal sealed class GetMeRequest() : MethodRequest<User>("getMe");
