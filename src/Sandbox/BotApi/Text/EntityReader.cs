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

    /// <summary>An entity as it passes the second look that Telegram takes at every argument, parsed or given.</summary>
    public static Entity Checked(Entity entity)
    {
        switch (entity.Type)
        {
            case EntityType.Pre or EntityType.TextLink when HasHalfPair(entity.Argument):
                throw Refusal.Bad(entity.Type == EntityType.Pre ? "MessageEntityPreCode.language must be encoded in UTF-8" : "MessageEntityTextUrl.url must be encoded in UTF-8");
            case EntityType.Pre when entity.Argument is not null:
                return entity with { Argument = TextCleaner.RemoveControls(entity.Argument) };
            case EntityType.TextLink:
                var url = TextCleaner.RemoveControls(entity.Argument!);
                if (LinkAddress.UserOf(url) is { } user)
                    return entity with { Type = EntityType.TextMention, Argument = user.ToString(CultureInfo.InvariantCulture) };
                return LinkAddress.TryAccept(url, out var accepted, out var fault)
                    ? entity with { Argument = accepted }
                    : throw Refusal.Bad($"Entity URL '{url}' is invalid: {fault}");
            case EntityType.CustomEmoji when LinkAddress.StrictInteger(entity.Argument!) is null or 0:
                throw Refusal.Bad("Invalid custom emoji identifier specified");
            case EntityType.DateTime when entity.Argument![0] is '-' or '0':
                throw Refusal.Bad("Invalid date specified");
            default:
                return entity;
        }
    }

    private static bool HasHalfPair(string? text) => text is not null && text.Where((c, i) => char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1]))).Any();

    private static Entity? One(JsonNode? json)
    {
        var entity = json as JsonObject ?? throw Refusal.Bad("expected an Object");
        var offset = (int)JsonFields.Integer(entity, "offset");
        var length = (int)JsonFields.Integer(entity, "length");
        var name = JsonFields.Text(entity, "type");
        if (name.Length == 0)
            throw Refusal.Bad("Type is not specified");
        var type = EntityTypes.FromWire(name) ?? throw Refusal.Bad("Unsupported type specified");
        return type.IsAutomatic() ? null : new Entity(type, offset, length, Argument(type, entity));
    }

    private static string? Argument(EntityType type, JsonObject entity) => type switch
    {
        EntityType.TextLink => JsonFields.Text(entity, "url"),
        EntityType.Pre => JsonFields.Text(entity, "language", ""),
        EntityType.CustomEmoji => JsonFields.Text(entity, "custom_emoji_id"),
        EntityType.TextMention => JsonFields.Integer(JsonFields.Object(entity, "user"), "id").ToString(CultureInfo.InvariantCulture),
        EntityType.DateTime => $"{JsonFields.Integer(entity, "unix_time")}|{DateFormat.Read(JsonFields.Text(entity, "date_time_format", "")) ?? throw Refusal.Bad("Invalid date-time format specified")}",
        _ => null,
    };
}
