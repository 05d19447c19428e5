using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotDigest.Sandbox.BotApi;

/// <summary>Reads the fields of an object that came in, with Telegram's words where one has the wrong type.</summary>
internal static class JsonFields
{
    /// <summary>A text; numbers count as text.</summary>
    public static string Text(JsonObject json, string name, string? otherwise = null)
    {
        if (json[name] is not { } value)
            return otherwise ?? throw Refusal.Bad($"Can't find field \"{name}\"");
        return value.GetValueKind() switch
        {
            JsonValueKind.String => value.GetValue<string>(),
            JsonValueKind.Number => value.ToJsonString(),
            _ => throw Refusal.Bad($"Field \"{name}\" must be of type String"),
        };
    }

    /// <summary>A truth, false when absent.</summary>
    public static bool Flag(JsonObject json, string name) => json[name]?.GetValueKind() switch
    {
        null or JsonValueKind.False => false,
        JsonValueKind.True => true,
        _ => throw Refusal.Bad($"Field \"{name}\" must be of type Boolean"),
    };

    /// <summary>A whole number; text that is one counts.</summary>
    public static long Integer(JsonObject json, string name, long? otherwise = null)
    {
        if (json[name] is not { } value)
            return otherwise ?? throw Refusal.Bad($"Can't find field \"{name}\"");
        if (value.GetValueKind() is not (JsonValueKind.Number or JsonValueKind.String))
            throw Refusal.Bad($"Field \"{name}\" must be a Number");
        var text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusal.Bad($"Field \"{name}\" must be a valid Number");
    }

    /// <summary>An object.</summary>
    public static JsonObject Object(JsonObject json, string name) =>
        json[name] as JsonObject ?? throw Refusal.Bad(json.ContainsKey(name) ? $"Field \"{name}\" must be of type Object" : $"Can't find field \"{name}\"");
}
