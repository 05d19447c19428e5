using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BotDigest.Formatting.Problems;

namespace BotDigest.Bot.Storage;

/// <summary>The problems of a file as the database keeps them.</summary>
[JsonSerializable(typeof(ImmutableArray<Problem>))]
internal sealed partial class ProblemJson : JsonSerializerContext
{
    private static readonly ProblemJson Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<Severity>() },
    });

    /// <summary>Writes problems.</summary>
    internal static string Write(ImmutableArray<Problem> problems) => JsonSerializer.Serialize(problems, Context.ImmutableArrayProblem);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static ImmutableArray<Problem> Read(string json) => JsonSerializer.Deserialize(json, Context.ImmutableArrayProblem);
}
