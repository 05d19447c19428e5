using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Storage;

/// <summary>What the database keeps as JSON: formatted text.</summary>
[JsonSerializable(typeof(ImmutableArray<FormattedText>))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    private static readonly StorageJson Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<EntityKind>() },
    });

    /// <summary>Writes texts.</summary>
    internal static string Write(ImmutableArray<FormattedText> texts) => JsonSerializer.Serialize(texts, Context.ImmutableArrayFormattedText);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static ImmutableArray<FormattedText> ReadTexts(string json) => JsonSerializer.Deserialize(json, Context.ImmutableArrayFormattedText);
}
