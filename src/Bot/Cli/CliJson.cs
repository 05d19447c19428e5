using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotDigest.Bot.Publishing;

namespace BotDigest.Bot.Cli;

/// <summary>The JSON that the verbs print.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProblemRow))]
[JsonSerializable(typeof(NameRow))]
[JsonSerializable(typeof(RenderedMessage))]
[JsonSerializable(typeof(FoundStory))]
[JsonSerializable(typeof(StatusReport))]
internal sealed partial class CliJson : JsonSerializerContext
{
    /// <summary>One line an object, Chinese as it is.</summary>
    internal static CliJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
