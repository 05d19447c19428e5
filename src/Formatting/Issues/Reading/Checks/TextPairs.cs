namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>The pairs of a text in order, ready to be compared.</summary>
/// <param name="pairs">The kind of each pair.</param>
internal sealed class TextPairs(ushort[] pairs)
{
    /// <summary>Pairs fall into so many kinds: few enough for a table, and many enough for a story.</summary>
    internal const int KindShift = 19;
    internal const int Kinds = 1 << (32 - KindShift);

    /// <summary>The kind of each pair.</summary>
    internal ushort[] Pairs { get; } = pairs;

    internal PairSignature Signature { get; } = PairSignature.Of(pairs);
}
