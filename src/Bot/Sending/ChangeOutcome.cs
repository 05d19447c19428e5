namespace BotDigest.Bot.Sending;

/// <summary>What became of an edit or a deletion; both can be repeated without harm.</summary>
internal abstract record ChangeOutcome
{
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
