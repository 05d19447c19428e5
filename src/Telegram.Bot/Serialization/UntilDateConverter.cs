namespace Telegram.Bot.Serialization;

/// <summary>The end of a restriction: 0 is for ever, hence null.</summary>
internal sealed class UntilDateConverter : JsonConverter<DateTime?>
{
    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        UnixTimeConverter.Read(ref reader) is var date && date == default ? null : date;

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value is { } date ? new DateTimeOffset(date.ToUniversalTime()).ToUnixTimeSeconds() : 0);
}
