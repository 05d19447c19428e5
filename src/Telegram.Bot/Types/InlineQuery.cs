namespace Telegram.Bot.Types;

/// <summary>Someone types after the bot's name in any chat.</summary>
public sealed class InlineQuery
{
    /// <summary>What it is answered by.</summary>
    public string Id { get; set; } = "";

    /// <summary>Who types.</summary>
    public User From { get; set; } = null!;

    /// <summary>What was typed; may be empty.</summary>
    public string Query { get; set; } = "";

    /// <summary>The page that is asked for; empty for the first.</summary>
    public string Offset { get; set; } = "";

    /// <summary>The kind of chat that it is typed in.</summary>
    public ChatType? ChatType { get; set; }
}
