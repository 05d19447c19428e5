namespace Telegram.Bot.Types;

/// <summary>A range of a text that looks or acts differently.</summary>
public sealed class MessageEntity
{
    /// <summary>What the range is; 0 for a kind that this version does not know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public MessageEntityType Type { get; set; }

    /// <summary>Where it begins, in UTF-16 code units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Offset { get; set; }

    /// <summary>How long it is, in UTF-16 code units.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Length { get; set; }

    /// <summary>The address of a <see cref="MessageEntityType.TextLink"/>.</summary>
    public string? Url { get; set; }

    /// <summary>The user of a <see cref="MessageEntityType.TextMention"/>.</summary>
    public User? User { get; set; }

    /// <summary>The language of a <see cref="MessageEntityType.Pre"/>.</summary>
    public string? Language { get; set; }

    /// <summary>The emoji of a <see cref="MessageEntityType.CustomEmoji"/>.</summary>
    public string? CustomEmojiId { get; set; }

    /// <summary>The moment of a <see cref="MessageEntityType.DateTime"/>.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? UnixTime { get; set; }

    /// <summary>How a <see cref="MessageEntityType.DateTime"/> is shown.</summary>
    public string? DateTimeFormat { get; set; }
}
