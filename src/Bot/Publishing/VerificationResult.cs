using System.Collections.Immutable;

namespace BotDigest.Bot.Publishing;

/// <summary>What comparing an issue has shown.</summary>
/// <param name="Date">Its date.</param>
/// <param name="Differences">Where file, ledger and channel disagree.</param>
/// <param name="Notes">What could not be compared, and why.</param>
/// <param name="Messages">How many messages the ledger has on the channel.</param>
/// <param name="IsCut">True where the channel could not be read to the end.</param>
internal sealed record VerificationResult(DateOnly Date, ImmutableArray<Difference> Differences, ImmutableArray<string> Notes, int Messages, bool IsCut)
{
    /// <summary>True where something is wrong, or could not be seen.</summary>
    public bool IsBad => IsCut || !Differences.IsEmpty;
}
