namespace Telegram.Bot.Requests;

internal sealed class GetUpdatesRequest() : MethodRequest<Update[]>("getUpdates")
{
    public int? Offset { get; init; }

    public int? Limit { get; init; }

    public int? Timeout { get; init; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; init; }
}
