namespace Telegram.Bot.Serialization;

/// <summary>A part of an update: null where a newer Bot API has given it a shape that this version cannot read, so that its neighbours still arrive.</summary>
internal sealed class LenientConverter<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            // The converter itself: the serializer would first skip over the value, to read it a second time.
            return ((JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter).Read(ref reader, typeof(T), options);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or InvalidOperationException)
        {
            reader = start;
            reader.Skip();
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(typeof(T)));
}
