using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotDigest.Sandbox.BotApi.Control;

/// <summary>Writes the journal for <c>GET /sandbox/calls</c>.</summary>
internal static class CallWriter
{
    /// <summary>The calls after a number, of one method or of all, with how many are in flight.</summary>
    public static JsonObject Write(CallJournal journal, string? method, long after)
    {
        var calls = journal.Calls.Where(c => method is null || c.Method.Equals(method, StringComparison.OrdinalIgnoreCase)).ToList();
        return new JsonObject
        {
            ["inFlight"] = calls.Count(c => !c.IsFinished),
            ["calls"] = new JsonArray([.. calls.Where(c => c.Number > after).Select(c => (JsonNode)One(c))]),
        };
    }

    private static JsonObject One(CallRecord call)
    {
        var json = new JsonObject
        {
            ["number"] = call.Number,
            ["method"] = call.Method,
            ["params"] = new JsonObject(call.Params.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, Value(p.Value)))),
            ["at"] = call.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["applied"] = call.IsApplied,
            ["finished"] = call.IsFinished,
            ["tookMs"] = call.Took.TotalMilliseconds,
            ["status"] = call.Status,
            ["answer"] = call.Answer?.DeepClone(),
        };
        if (call.Fault is not null)
            json["fault"] = JsonNamingPolicy.CamelCase.ConvertName(call.Fault);
        return json;
    }

    /// <summary>Objects and lists travel as text in a call; here they are shown as what they are.</summary>
    private static JsonNode Value(string text)
    {
        if (text.StartsWith('{') || text.StartsWith('['))
        {
            try
            {
                return JsonNode.Parse(text)!;
            }
            catch (JsonException)
            {
                return JsonValue.Create(text);
            }
        }

        return JsonValue.Create(text);
    }
}
