namespace Telegram.Bot.Requests;

internal sealed class SetMyShortDescriptionRequest() : MethodRequest<bool>("setMyShortDescription")
{
    public string? ShortDescription { get; init; }

    public string? LanguageCode { get; init; }
}
