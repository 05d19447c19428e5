using System.Collections.Frozen;

namespace BotDigest.Sandbox.World.Text;

/// <summary>What follows from the kind of an entity: its name on the wire, its rank, and what it may hold.</summary>
internal static class EntityTypes
{
    private static readonly FrozenDictionary<EntityType, string> Names = new Dictionary<EntityType, string>
    {
        [EntityType.Mention] = "mention",
        [EntityType.Hashtag] = "hashtag",
        [EntityType.Cashtag] = "cashtag",
        [EntityType.BotCommand] = "bot_command",
        [EntityType.Url] = "url",
        [EntityType.Email] = "email",
        [EntityType.PhoneNumber] = "phone_number",
        [EntityType.BankCardNumber] = "bank_card_number",
        [EntityType.Bold] = "bold",
        [EntityType.Italic] = "italic",
        [EntityType.Underline] = "underline",
        [EntityType.Strikethrough] = "strikethrough",
        [EntityType.Spoiler] = "spoiler",
        [EntityType.Blockquote] = "blockquote",
        [EntityType.ExpandableBlockquote] = "expandable_blockquote",
        [EntityType.Code] = "code",
        [EntityType.Pre] = "pre",
        [EntityType.TextLink] = "text_link",
        [EntityType.TextMention] = "text_mention",
        [EntityType.CustomEmoji] = "custom_emoji",
        [EntityType.DateTime] = "date_time",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, EntityType> ByName = Names.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    /// <summary>The name on the wire.</summary>
    public static string WireName(this EntityType type) => Names[type];

    /// <summary>The kind with that name on the wire, or null.</summary>
    public static EntityType? FromWire(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    /// <summary>Bold, italic and the like: they nest freely, merge with their neighbours and are cut at the borders of others.</summary>
    public static bool IsSplittable(this EntityType type) => type is >= EntityType.Bold and <= EntityType.Spoiler;

    /// <summary>Either kind of block quote.</summary>
    public static bool IsQuote(this EntityType type) => type is EntityType.Blockquote or EntityType.ExpandableBlockquote;

    /// <summary>Entities that hold nothing and that only a quote may hold.</summary>
    public static bool IsSolid(this EntityType type) => type is EntityType.Code or EntityType.Pre or EntityType.DateTime;

    /// <summary>Links, mentions, tags and custom emoji: none of them may hold another, or a quote.</summary>
    public static bool IsContinuous(this EntityType type) => !type.IsSplittable() && !type.IsQuote() && !type.IsSolid();

    /// <summary>Found by the server in the finished text, never sent by a bot.</summary>
    public static bool IsAutomatic(this EntityType type) => type <= EntityType.BankCardNumber;

    /// <summary>The rank that decides which of two entities with the same range is the outer one: the lower one.</summary>
    public static int Rank(this EntityType type, bool hasLanguage) => type switch
    {
        EntityType.Blockquote or EntityType.ExpandableBlockquote => 0,
        EntityType.Pre => hasLanguage ? 10 : 11,
        EntityType.Code => 20,
        EntityType.DateTime => 30,
        EntityType.TextLink or EntityType.TextMention => 49,
        EntityType.Bold => 90,
        EntityType.Italic => 91,
        EntityType.Underline => 92,
        EntityType.Strikethrough => 93,
        EntityType.Spoiler => 94,
        EntityType.CustomEmoji => 99,
        _ => 50,
    };
}
