namespace Telegram.Bot.Requests;

internal sealed class SetMyCommandsRequest() : MethodRequest<bool>("setMyCommands")
{
    public required IEnumerable<BotCommand> Commands { get; init; }

    public BotCommandScope? Scope { get; init; }

    public string? LanguageCode { get; init; }
}
