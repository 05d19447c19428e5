namespace Telegram.Bot.Types;

/// <summary>Someone chose one of the bot's inline answers.</summary>
public sealed class ChosenInlineResult
{
    /// <summary>The answer's id.</summary>
    public string ResultId { get; set; } = "";

    /// <summary>Who chose it.</summary>
    public User From { get; set; } = null!;

    /// <summary>The message that it became, where it has buttons.</summary>
    public string? InlineMessageId { get; set; }

    /// <summary>What was typed.</summary>
    public string Query { get; set; } = "";
}
