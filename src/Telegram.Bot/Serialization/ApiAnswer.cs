namespace Telegram.Bot.Serialization;

/// <summary>What a Bot API server answers to every call: a result, or a refusal.</summary>
internal sealed class ApiAnswer<TResponse>
{
    private const string Unreadable = "The answer of the Bot API server could not be read.";

    private bool _hasResult;

    public bool? Ok { get; set; }

    public TResponse? Result
    {
        get;
        set
        {
            field = value;
            _hasResult = value is not null;
        }
    }

    public int? ErrorCode { get; set; }

    public string? Description { get; set; }

    public ResponseParameters? Parameters { get; set; }

    /// <exception cref="RequestException">The body is no such answer.</exception>
    public static ApiAnswer<TResponse> Read(ReadOnlySpan<byte> body, HttpStatusCode status)
    {
        ApiAnswer<TResponse>? answer;
        try
        {
            answer = (ApiAnswer<TResponse>?)JsonSerializer.Deserialize(body, BotJson.Context.Options.GetTypeInfo(typeof(ApiAnswer<TResponse>)));
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            throw new RequestException(Unreadable, status, fault);
        }

        return answer is { Ok: false } or { Ok: true, _hasResult: true } ? answer : throw new RequestException(Unreadable, status);
    }
}
