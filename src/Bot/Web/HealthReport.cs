using System.Text.Json.Serialization;

namespace BotDigest.Bot.Web;

/// <summary>The body of <c>/health/ready</c>.</summary>
/// <param name="Status"><c>ready</c> or <c>unready</c>.</param>
/// <param name="Reasons">Why it is not ready; empty when it is.</param>
internal sealed record HealthReport(string Status, IReadOnlyList<string> Reasons);

/// <summary>The JSON of the room Web.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class WebJson : JsonSerializerContext;
