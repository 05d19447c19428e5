namespace Telegram.Bot.Types.Enums;

/// <summary>What a range of a text is; 0 for a kind that this version does not know.</summary>
[JsonConverter(typeof(WireEnumConverter<MessageEntityType>))]
public enum MessageEntityType
{
    /// <summary><c>@name</c></summary>
    Mention = 1,

    /// <summary><c>#tag</c></summary>
    Hashtag,

    /// <summary><c>/command</c></summary>
    BotCommand,

    /// <summary>A bare address.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>Bold.</summary>
    Bold,

    /// <summary>Italic.</summary>
    Italic,

    /// <summary>Monospace within a line.</summary>
    Code,

    /// <summary>A monospace block.</summary>
    Pre,

    /// <summary>Words that link to an address.</summary>
    TextLink,

    /// <summary>Words that name a user.</summary>
    TextMention,

    /// <summary>A telephone number.</summary>
    PhoneNumber,

    /// <summary><c>$TAG</c></summary>
    Cashtag,

    /// <summary>Underlined.</summary>
    Underline,

    /// <summary>Struck through.</summary>
    Strikethrough,

    /// <summary>Hidden until touched.</summary>
    Spoiler,

    /// <summary>A custom emoji.</summary>
    CustomEmoji,

    /// <summary>A quote.</summary>
    Blockquote,

    /// <summary>A quote that is folded at first.</summary>
    ExpandableBlockquote,

    /// <summary>A moment, shown in the reader's own time.</summary>
    DateTime,
}
