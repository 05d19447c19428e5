namespace Telegram.Bot.Serialization;

/// <summary>Seconds since 1970 as a UTC <see cref="DateTime"/>; 0, the date of a message out of reach, as its default.</summary>
internal sealed class UnixTimeConverter : JsonConverter<DateTime>
{
    private const long LastSecond = 253402300799;

    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value == default ? 0 : new DateTimeOffset(value.ToUniversalTime()).ToUnixTimeSeconds());

    internal static DateTime Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var seconds) && seconds is > 0 and <= LastSecond)
            return DateTime.UnixEpoch.AddSeconds(seconds);
        reader.Skip();
        return default;
    }
}
