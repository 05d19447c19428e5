namespace Telegram.Bot.Types.Enums;

/// <summary>How a text is written.</summary>
[JsonConverter(typeof(WireEnumConverter<ParseMode>))]
public enum ParseMode
{
    /// <summary>Plain text, possibly with entities.</summary>
    None,

    /// <summary>The old Markdown.</summary>
    [JsonStringEnumMemberName("Markdown")]
    Markdown,

    /// <summary>HTML.</summary>
    [JsonStringEnumMemberName("HTML")]
    Html,

    /// <summary>Markdown.</summary>
    [JsonStringEnumMemberName("MarkdownV2")]
    MarkdownV2,
}
