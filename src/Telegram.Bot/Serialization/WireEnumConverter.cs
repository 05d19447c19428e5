namespace Telegram.Bot.Serialization;

/// <summary>An enum by its snake_case wire names. A name of a newer Bot API is read as the enum's zero.</summary>
internal class WireEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly JsonEncodedText Unknown = JsonEncodedText.Encode("unknown");
    private readonly (T Value, JsonEncodedText Name)[] _names;

    public WireEnumConverter()
        : this(value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()))
    {
    }

    protected WireEnumConverter(Func<T, string> name) =>
        _names = [.. Enum.GetValues<T>().Select(value => (value, JsonEncodedText.Encode(name(value))))];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return default;
        }

        foreach (var (value, name) in _names)
        {
            if (reader.ValueTextEquals(name.EncodedUtf8Bytes))
                return value;
        }

        return default;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        foreach (var (known, name) in _names)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
            {
                writer.WriteStringValue(name);
                return;
            }
        }

        writer.WriteStringValue(Unknown);
    }
}
