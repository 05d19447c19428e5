namespace BotDigest.Bot.Sending;

/// <summary>What became of an edit or a deletion; both can be repeated without harm.</summary>
internal abstract record ChangeOutcome
{
    /// <summary>What the call says of the message.</summary>
    /// <param name="result">What came of the call.</param>
    /// <param name="until">When it may be repeated; null where nothing says when.</param>
    internal static ChangeOutcome Of<T>(CallResult<T> result, DateTimeOffset? until) => result switch
    {
        CallResult<T>.Done or CallResult<T>.Refused { Refusal.Kind: RefusalKind.NotModified } => new Done(),
        CallResult<T>.Refused { Refusal: { IsOfToken: true } refusal } => new Postponed(null, refusal.ToString()),
        CallResult<T>.Refused { Refusal.Kind: RefusalKind.Missing } => new Gone(),
        CallResult<T>.Refused { Refusal: var refusal } => new Rejected(refusal),
        _ => new Postponed(until, result.Fault!),
    };

    /// <summary>The message is as wanted.</summary>
    internal sealed record Done : ChangeOutcome;

    /// <summary>There is no such message any more.</summary>
    internal sealed record Gone : ChangeOutcome;

    /// <summary>Telegram refused.</summary>
    /// <param name="Refusal">Why.</param>
    internal sealed record Rejected(Refusal Refusal) : ChangeOutcome;

    /// <summary>To be tried again later.</summary>
    /// <param name="Until">Not before; null where nothing says when.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Postponed(DateTimeOffset? Until, string Reason) : ChangeOutcome;
}
