namespace Telegram.Bot.Serialization;

/// <summary>A file parameter: its address or id; null for a stream, which is a part of the form.</summary>
internal sealed class InputFileConverter : JsonConverter<InputFile>
{
    public override bool CanConvert(Type typeToConvert) => typeof(InputFile).IsAssignableFrom(typeToConvert);

    public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Files are only sent.");

    public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case InputFileUrl file:
                TextConverter.Write(writer, file.Url.OriginalString);
                break;
            case InputFileId file:
                TextConverter.Write(writer, file.Id);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
