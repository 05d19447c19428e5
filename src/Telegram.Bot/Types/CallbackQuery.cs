namespace Telegram.Bot.Types;

/// <summary>Someone pressed a button.</summary>
public sealed class CallbackQuery
{
    /// <summary>What it is answered by.</summary>
    public string Id { get; set; } = "";

    /// <summary>Who pressed it.</summary>
    public User From { get; set; } = null!;

    /// <summary>The message with the button; null for an inline message.</summary>
    public Message? Message { get; set; }

    /// <summary>The inline message with the button.</summary>
    public string? InlineMessageId { get; set; }

    /// <summary>The chat, under a name that games use.</summary>
    public string ChatInstance { get; set; } = "";

    /// <summary>The button's data; may be of an old message, or forged.</summary>
    public string? Data { get; set; }
}
