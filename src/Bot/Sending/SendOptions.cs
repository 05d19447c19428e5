namespace BotDigest.Bot.Sending;

/// <summary>How a message is sent, beyond what it says.</summary>
internal sealed record SendOptions
{
    /// <summary>An answer to a person.</summary>
    public static SendOptions Answer { get; } = new();

    /// <summary>Who goes first.</summary>
    public SendPriority Priority { get; init; } = SendPriority.Answer;

    /// <summary>True where it arrives without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>The message that it replies to; sent all the same where that one is gone.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>The topic of a forum, or null.</summary>
    public int? Topic { get; init; }

    /// <summary>Opens the reader's input field for an answer, with this hint in it (at most 64 characters); for messages without a keyboard.</summary>
    public string? AskWith { get; init; }

    /// <summary>True to pay for a pace above the free one.</summary>
    public bool Paid { get; init; }
}
