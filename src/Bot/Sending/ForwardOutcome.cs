using Telegram.Bot.Types;

namespace BotDigest.Bot.Sending;

/// <summary>What became of forwarding a message, which is how a bot reads one.</summary>
internal abstract record ForwardOutcome
{
    /// <summary>A copy is in the target chat.</summary>
    /// <param name="Copy">The copy.</param>
    internal sealed record Forwarded(Message Copy) : ForwardOutcome;

    /// <summary>There is no such message.</summary>
    internal sealed record Missing : ForwardOutcome;

    /// <summary>Telegram refused.</summary>
    /// <param name="Refusal">Why.</param>
    internal sealed record Rejected(Refusal Refusal) : ForwardOutcome;

    /// <summary>Nobody can say whether a copy is in the target chat: the answer was lost.</summary>
    /// <param name="Reason">How.</param>
    internal sealed record Unknown(string Reason) : ForwardOutcome;

    /// <summary>To be tried again later.</summary>
    /// <param name="Until">Not before; null where nothing says when.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Postponed(DateTimeOffset? Until, string Reason) : ForwardOutcome;
}
