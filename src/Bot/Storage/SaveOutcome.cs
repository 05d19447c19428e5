namespace BotDigest.Bot.Storage;

/// <summary>What saving an issue did.</summary>
internal enum SaveResult
{
    /// <summary>The date had no issue before.</summary>
    Added,

    /// <summary>The content differs from what was stored.</summary>
    Changed,

    /// <summary>The content was stored already.</summary>
    Unchanged,
}

/// <summary>What saving an issue did.</summary>
/// <param name="IssueId">The issue's row.</param>
/// <param name="Result">What was done.</param>
internal readonly record struct SaveOutcome(long IssueId, SaveResult Result);
