namespace BotDigest.Bot.Sending;

/// <summary>What became of a message that was to be sent.</summary>
internal abstract record SendOutcome
{
    /// <summary>It is in the chat.</summary>
    /// <param name="Chat">The chat's number; a new one where the chat has moved.</param>
    /// <param name="MessageId">Its number in the chat.</param>
    /// <param name="Date">When Telegram took it.</param>
    internal sealed record Sent(long Chat, int MessageId, DateTimeOffset Date) : SendOutcome;

    /// <summary>Telegram refused it; it is not in the chat.</summary>
    /// <param name="Refusal">Why.</param>
    internal sealed record Rejected(Refusal Refusal) : SendOutcome;

    /// <summary>Nobody can say whether it is in the chat: the answer was lost.</summary>
    /// <param name="Reason">How.</param>
    internal sealed record Unknown(string Reason) : SendOutcome;

    /// <summary>It is not in the chat, and may be sent later.</summary>
    /// <param name="Until">Not before; null where nothing says when.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Postponed(DateTimeOffset? Until, string Reason) : SendOutcome;
}
