namespace BotDigest.Bot.Sending;

/// <summary>What came of one call, as far as repeating it goes.</summary>
internal abstract record CallResult
{
    /// <summary>How long to wait before the call may be repeated; null where repeating it is wrong or useless.</summary>
    public TimeSpan? RepeatAfter { get; init; }
}

/// <summary>What came of one call.</summary>
/// <typeparam name="T">What Telegram answers.</typeparam>
internal abstract record CallResult<T> : CallResult
{
    /// <summary>Why Telegram did not do it, or may not have; null where it did.</summary>
    public string? Fault => this switch
    {
        Done => null,
        Refused { Refusal: var refusal } => refusal.ToString(),
        NotDone { Reason: var reason } => reason,
        Doubtful { Reason: var reason } => reason,
        _ => throw new InvalidOperationException($"Unexpected {GetType().Name}."),
    };

    /// <summary>Telegram did it.</summary>
    /// <param name="Value">Its answer.</param>
    internal sealed record Done(T Value) : CallResult<T>;

    /// <summary>Telegram refused; nothing was done.</summary>
    /// <param name="Refusal">Why.</param>
    internal sealed record Refused(Refusal Refusal) : CallResult<T>;

    /// <summary>Nothing was done, and it may be asked again later: too many requests, or no connection.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record NotDone(string Reason) : CallResult<T>;

    /// <summary>It may have been done: the answer was lost.</summary>
    /// <param name="Reason">How.</param>
    internal sealed record Doubtful(string Reason) : CallResult<T>;
}
