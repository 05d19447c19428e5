namespace Telegram.Bot.Types.Enums;

/// <summary>How a text is written.</summary>
[JsonConverter(typeof(ParseModeConverter))]
public enum ParseMode
{
    /// <summary>Plain text, possibly with entities.</summary>
    None,

    /// <summary>The old Markdown.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Markdown.</summary>
    MarkdownV2,
}
