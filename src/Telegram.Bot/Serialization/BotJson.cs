namespace Telegram.Bot.Serialization;

/// <summary>The wire format: snake_case, absent instead of null or default, UTF-8 without <c>\u</c>.</summary>
internal static class BotJson
{
    public static BotJsonContext Context { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new TextConverter() },
    });

    /// <summary>The body of a call: one array of exactly its length.</summary>
    public static HttpContent Content(object request)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, Context.Options.GetTypeInfo(request.GetType())));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return content;
    }

    public static JsonDocument ToDocument(object request) =>
        JsonSerializer.SerializeToDocument(request, Context.Options.GetTypeInfo(request.GetType()));
}
