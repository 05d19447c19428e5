using System.Text.Json.Nodes;

namespace BotDigest.Sandbox.BotApi;

/// <summary>What a call that went well answers.</summary>
/// <param name="Value">The result.</param>
/// <param name="Description">The words beside it; only the webhook methods have any.</param>
internal readonly record struct ApiResult(JsonNode? Value, string? Description = null)
{
    /// <summary>The plain <c>true</c> of methods without a result.</summary>
    public static ApiResult True => new(JsonValue.Create(true));

    public static implicit operator ApiResult(JsonNode value) => new(value);
}
