namespace Telegram.Bot.Requests;

/// <summary>A call whose parameters are the properties of the derived type.</summary>
internal abstract class MethodRequest<TResponse>(string methodName) : IRequest<TResponse>
{
    [JsonIgnore]
    public HttpMethod HttpMethod => HttpMethod.Post;

    [JsonIgnore]
    public string MethodName { get; } = methodName;

    public virtual HttpContent? ToHttpContent() => BotJson.Content(this);
}
