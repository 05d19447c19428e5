using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Storage;

/// <summary>What the ledger keeps as JSON: digests and messages, with Chinese as it is.</summary>
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(MessageContent))]
internal sealed partial class DigestJson : JsonSerializerContext
{
    private static readonly DigestJson Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<Formatting.Text.EntityKind>(), new JsonStringEnumConverter<PreviewSize>(), new ButtonConverter() },
    });

    /// <summary>Writes a digest.</summary>
    internal static string Write(Digest digest) => JsonSerializer.Serialize(digest, Context.Digest);

    /// <summary>Writes a message.</summary>
    internal static string Write(MessageContent content) => JsonSerializer.Serialize(content, Context.MessageContent);

    /// <summary>Reads a digest.</summary>
    internal static Digest ReadDigest(string json) => JsonSerializer.Deserialize(json, Context.Digest)!;

    /// <summary>Reads a message.</summary>
    internal static MessageContent ReadContent(string json) => JsonSerializer.Deserialize(json, Context.MessageContent)!;

    /// <summary>A button as an object with its text and one property that says what it does.</summary>
    private sealed class ButtonConverter : JsonConverter<Button>
    {
        private const string Text = "text";
        private const string Url = "url";
        private const string Data = "data";
        private const string Query = "query";
        private const string QueryHere = "queryHere";

        public override Button Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var (text, kind, value) = ("", "", "");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (name == Text)
                    text = reader.GetString()!;
                else
                    (kind, value) = (name, reader.GetString()!);
            }

            return kind switch
            {
                Url => new Button.Link(text, value),
                Data => new Button.Callback(text, value),
                Query => new Button.InlineQuery(text, value, InCurrentChat: false),
                QueryHere => new Button.InlineQuery(text, value, InCurrentChat: true),
                _ => throw new JsonException($"A button cannot be a '{kind}'."),
            };
        }

        public override void Write(Utf8JsonWriter writer, Button value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString(Text, value.Text);
            switch (value)
            {
                case Button.Link link:
                    writer.WriteString(Url, link.Url);
                    break;
                case Button.Callback callback:
                    writer.WriteString(Data, callback.Data);
                    break;
                case Button.InlineQuery query:
                    writer.WriteString(query.InCurrentChat ? QueryHere : Query, query.Query);
                    break;
                default:
                    throw new JsonException($"Unexpected {value}.");
            }

            writer.WriteEndObject();
        }
    }
}
