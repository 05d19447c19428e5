using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BotDigest.Sandbox.BotApi.Faults;

namespace BotDigest.Sandbox.BotApi.Control;

/// <summary>Reads and writes the faults of <c>/sandbox/faults</c>: one rule, a list of rules, or <c>{"seed":1,"rules":[…]}</c>.</summary>
internal static class FaultReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>Orders what the JSON says.</summary>
    public static JsonNode Add(FaultBook faults, JsonNode json)
    {
        var rules = json switch
        {
            JsonArray array => array,
            JsonObject order when order["rules"] is JsonArray array => array,
            JsonObject order when order.ContainsKey("kind") => [order.DeepClone()],
            JsonObject => [],
            _ => throw new FormatException("A fault is an object with a kind."),
        };
        if (json is JsonObject && json["seed"] is { } seed)
            faults.Seed(seed.GetValue<int>());
        foreach (var rule in rules)
            faults.Add(Read(rule));
        return Write(faults);
    }

    /// <summary>The rules that are not used up.</summary>
    public static JsonNode Write(FaultBook faults) => JsonSerializer.SerializeToNode(faults.Rules, Options)!;

    private static FaultRule Read(JsonNode? json)
    {
        try
        {
            return json.Deserialize<FaultRule>(Options) ?? throw new FormatException("A fault is an object with a kind.");
        }
        catch (JsonException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }
}
