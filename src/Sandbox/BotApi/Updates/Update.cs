using System.Text.Json.Nodes;

namespace BotDigest.Sandbox.BotApi.Updates;

/// <summary>An update that waits for the bot.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">Its kind, as it is named on the wire.</param>
/// <param name="Payload">What it tells.</param>
/// <param name="QueueKey">Whose order it keeps in a webhook: the chat or the person.</param>
/// <param name="Expires">When it is forgotten.</param>
internal sealed record Update(int Id, string Kind, JsonObject Payload, long QueueKey, DateTimeOffset Expires)
{
    /// <summary>The Update object.</summary>
    public JsonObject ToJson() => new() { ["update_id"] = Id, [Kind] = Payload.DeepClone() };
}
