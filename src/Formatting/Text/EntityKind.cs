namespace BotDigest.Formatting.Text;

/// <summary>The formatting that a message may carry: Telegram's explicit entity types, as far as a digest uses them.</summary>
public enum EntityKind
{
    /// <summary><c>bold</c></summary>
    Bold,

    /// <summary><c>italic</c></summary>
    Italic,

    /// <summary><c>underline</c></summary>
    Underline,

    /// <summary><c>strikethrough</c></summary>
    Strikethrough,

    /// <summary><c>spoiler</c></summary>
    Spoiler,

    /// <summary><c>code</c>: monospace within a line; holds nothing else.</summary>
    Code,

    /// <summary><c>pre</c>: a monospace block; the entity's argument is its language.</summary>
    Pre,

    /// <summary><c>text_link</c>: the entity's argument is its URL.</summary>
    TextLink,

    /// <summary><c>blockquote</c>; quotes do not nest.</summary>
    Blockquote,

    /// <summary><c>expandable_blockquote</c>: folded after three lines.</summary>
    ExpandableBlockquote,
}
