namespace Telegram.Bot.Requests;

internal sealed class GetMyCommandsRequest() : MethodRequest<BotCommand[]>("getMyCommands")
{
    public BotCommandScope? Scope { get; init; }

    public string? LanguageCode { get; init; }
}
