using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>Reads an array of MessageEntity, which a call may give instead of a parse mode.</summary>
internal static class EntityReader
{
    /// <summary>The JSON of an argument; Telegram takes what is no JSON for an absent one.</summary>
    public static JsonNode? Lenient(string json)
    {
        if (json.Length == 0)
            return null;
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The entities that may be given explicitly; automatic kinds are passed over.</summary>
    public static IEnumerable<Entity> Read(JsonNode? json)
    {
        if (json is not JsonArray array)
            return [];
        try
        {
            return [.. array.Select(One).OfType<Entity>()];
        }
        catch (Refusal refusal)
        {
            throw Refusal.Bad("Can't parse MessageEntity: " + refusal.Message);
        }
    }

    private static Entity? One(JsonNode? json)
    {
        var entity = json as JsonObject ?? throw Refusal.Bad("expected an Object");
        var offset = (int)JsonFields.Integer(entity, "offset");
        var length = (int)JsonFields.Integer(entity, "length");
        var name = JsonFields.Text(entity, "type");
        if (name.Length == 0)
            throw Refusal.Bad("Type is not specified");
        var type = EntityTypes.FromWire(name) ?? throw Refusal.Bad("Unsupported type specified");
        return type.IsAutomatic() ? null : Made(type, offset, length, entity);
    }

    private static Entity? Made(EntityType type, int offset, int length, JsonObject entity)
    {
        if (type != EntityType.TextLink)
            return new Entity(type, offset, length, Argument(type, entity));
        var url = JsonFields.Text(entity, "url");
        if (LinkAddress.UserOf(url) is { } user)
            return new Entity(EntityType.TextMention, offset, length, user.ToString(CultureInfo.InvariantCulture));
        return LinkAddress.Accept(url) is { } accepted ? new Entity(type, offset, length, accepted) : null;
    }

    private static string? Argument(EntityType type, JsonObject entity) => type switch
    {
        EntityType.Pre => JsonFields.Text(entity, "language", ""),
        EntityType.CustomEmoji => JsonFields.Text(entity, "custom_emoji_id"),
        EntityType.TextMention => JsonFields.Integer(JsonFields.Object(entity, "user"), "id").ToString(CultureInfo.InvariantCulture),
        EntityType.DateTime => $"{JsonFields.Integer(entity, "unix_time")}|{DateFormat.Read(JsonFields.Text(entity, "date_time_format", "")) ?? throw Refusal.Bad("Invalid date-time format specified")}",
        _ => null,
    };
}
