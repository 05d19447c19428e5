namespace BotDigest.Bot.Publishing;

/// <summary>Where file, ledger and channel disagree.</summary>
/// <param name="Kind">What kind of difference it is.</param>
/// <param name="Text">What it is, for people.</param>
internal sealed record Difference(DifferenceKind Kind, string Text)
{
    /// <summary>The message's row, where there is one.</summary>
    public long? Delivery { get; init; }

    /// <summary>The message's number, where there is one.</summary>
    public int? MessageId { get; init; }
}

/// <summary>What kind of difference there is.</summary>
internal enum DifferenceKind
{
    /// <summary>The file says something else than the ledger, or cannot be read.</summary>
    File,

    /// <summary>The channel has not followed the ledger yet.</summary>
    Unfinished,

    /// <summary>A message is not on the channel.</summary>
    Missing,

    /// <summary>A message says something else.</summary>
    Wrong,

    /// <summary>A message is on the channel that the ledger does not know, with the text of one that it knows.</summary>
    Double,
}
