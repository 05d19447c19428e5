namespace Telegram.Bot.Types;

/// <summary>How often a reaction was given.</summary>
public sealed class ReactionCount
{
    /// <summary>The reaction.</summary>
    public ReactionType Type { get; set; } = null!;

    /// <summary>How often.</summary>
    public int TotalCount { get; set; }
}
