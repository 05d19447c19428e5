namespace BotDigest.Sandbox.World.Text;

/// <summary>The kinds of entity that a text may carry, in Telegram's own words.</summary>
internal enum EntityType
{
    Mention,
    Hashtag,
    Cashtag,
    BotCommand,
    Url,
    Email,
    PhoneNumber,
    BankCardNumber,
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Blockquote,
    ExpandableBlockquote,
    Code,
    Pre,
    TextLink,
    TextMention,
    CustomEmoji,
    DateTime,
}
