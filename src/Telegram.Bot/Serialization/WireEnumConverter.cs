using System.Reflection;

namespace Telegram.Bot.Serialization;

/// <summary>An enum by its wire names, snake_case unless an attribute says otherwise. A name of a newer Bot API is read as the enum's zero.</summary>
internal sealed class WireEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly JsonEncodedText Unknown = JsonEncodedText.Encode("unknown");
    private static readonly (T Value, JsonEncodedText Name)[] Names = [.. Enum.GetValues<T>().Select(value => (value, JsonEncodedText.Encode(NameOf(value))))];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return default;
        }

        foreach (var (value, name) in Names)
        {
            if (reader.ValueTextEquals(name.EncodedUtf8Bytes))
                return value;
        }

        return default;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        foreach (var (known, name) in Names)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
            {
                writer.WriteStringValue(name);
                return;
            }
        }

        writer.WriteStringValue(Unknown);
    }

    private static string NameOf(T value) =>
        typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
