namespace Telegram.Bot.Requests;

internal sealed class SetMyDescriptionRequest() : MethodRequest<bool>("setMyDescription")
{
    public string? Description { get; init; }

    public string? LanguageCode { get; init; }
}
