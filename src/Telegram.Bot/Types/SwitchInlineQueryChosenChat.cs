namespace Telegram.Bot.Types;

/// <summary>An inline query in a chat of certain kinds.</summary>
public sealed class SwitchInlineQueryChosenChat
{
    /// <summary>The query; empty when null.</summary>
    public string? Query { get; set; }

    /// <summary>True to offer private chats with users.</summary>
    public bool AllowUserChats { get; set; }

    /// <summary>True to offer private chats with bots.</summary>
    public bool AllowBotChats { get; set; }

    /// <summary>True to offer groups.</summary>
    public bool AllowGroupChats { get; set; }

    /// <summary>True to offer channels.</summary>
    public bool AllowChannelChats { get; set; }
}
