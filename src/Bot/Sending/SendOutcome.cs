using Telegram.Bot.Types;

namespace BotDigest.Bot.Sending;

/// <summary>What became of a message that was to be sent.</summary>
internal abstract record SendOutcome
{
    /// <summary>What the call says of the message.</summary>
    /// <param name="result">What came of the call.</param>
    /// <param name="until">When it may be repeated; null where nothing says when.</param>
    internal static SendOutcome Of(CallResult<Message> result, DateTimeOffset? until) => result switch
    {
        CallResult<Message>.Refused { Refusal: { IsOfToken: true } refusal } => new Postponed(null, refusal.ToString()),
        CallResult<Message>.Done { Value: var sent } => new Sent(sent.Chat.Id, sent.Id, new DateTimeOffset(sent.Date, TimeSpan.Zero)),
        CallResult<Message>.Refused { Refusal: var refusal } => new Rejected(refusal),
        CallResult<Message>.Doubtful { Reason: var reason } => new Unknown(reason),
        CallResult<Message>.NotDone { Reason: var reason } => new Postponed(until, reason),
        _ => throw new InvalidOperationException($"Unexpected {result}."),
    };

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
