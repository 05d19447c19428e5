namespace Telegram.Bot.Serialization;

/// <summary>A chat as its number or as its <c>@name</c>.</summary>
internal sealed class ChatIdConverter : JsonConverter<ChatId>
{
    public override ChatId? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? new ChatId(reader.GetInt64()) : new ChatId(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ChatId value, JsonSerializerOptions options)
    {
        if (value.Identifier is { } identifier)
            writer.WriteNumberValue(identifier);
        else
            TextConverter.Write(writer, value.Username!);
    }
}
