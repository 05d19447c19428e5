namespace Telegram.Bot.Serialization;

/// <summary>What a Bot API server answers to every call: a result, or a refusal.</summary>
internal readonly struct ApiAnswer<TResponse>
{
    private const string Unreadable = "The answer of the Bot API server could not be read.";

    public bool Ok { get; private init; }

    public TResponse? Result { get; private init; }

    public string Description { get; private init; }

    public int ErrorCode { get; private init; }

    public ResponseParameters? Parameters { get; private init; }

    /// <exception cref="RequestException">The body is no such answer.</exception>
    public static ApiAnswer<TResponse> Read(ReadOnlySpan<byte> body, HttpStatusCode status)
    {
        try
        {
            return Read(new Utf8JsonReader(body), status);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new RequestException(Unreadable, status, fault);
        }
    }

    private static ApiAnswer<TResponse> Read(Utf8JsonReader reader, HttpStatusCode status)
    {
        bool? ok = null;
        var hasResult = false;
        var errorCode = (int)status;
        var description = "";
        TResponse? result = default;
        ResponseParameters? parameters = null;

        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new RequestException(Unreadable, status);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("ok"u8))
            {
                reader.Read();
                ok = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("result"u8))
            {
                reader.Read();
                hasResult = reader.TokenType != JsonTokenType.Null;
                result = Value<TResponse>(ref reader);
            }
            else if (reader.ValueTextEquals("error_code"u8))
            {
                reader.Read();
                errorCode = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("description"u8))
            {
                reader.Read();
                description = reader.GetString() ?? "";
            }
            else if (reader.ValueTextEquals("parameters"u8))
            {
                reader.Read();
                parameters = Value<ResponseParameters>(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return ok is null || (ok.Value && !hasResult)
            ? throw new RequestException(Unreadable, status)
            : new() { Ok = ok.Value, Result = result, ErrorCode = errorCode, Description = description, Parameters = parameters };
    }

    private static T? Value<T>(ref Utf8JsonReader reader) => (T?)JsonSerializer.Deserialize(ref reader, BotJson.Context.Options.GetTypeInfo(typeof(T)));
}
