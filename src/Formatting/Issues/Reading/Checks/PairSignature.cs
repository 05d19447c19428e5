using System.Numerics;

namespace BotDigest.Formatting.Issues.Reading.Checks;

/// <summary>A bit for every 32 kinds of pairs: two texts that have little in common are told apart without looking at their pairs.</summary>
/// <param name="A">The first quarter of the bits.</param>
/// <param name="B">The second one.</param>
/// <param name="C">The third one.</param>
/// <param name="D">The last one.</param>
internal readonly record struct PairSignature(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>Of a text that may hold anything.</summary>
    internal static readonly PairSignature Full = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    internal static PairSignature Of(ReadOnlySpan<ushort> pairs)
    {
        Span<ulong> bits = stackalloc ulong[4];
        foreach (var kind in pairs)
            bits[(kind >> 6) & 3] |= 1UL << kind;
        return new PairSignature(bits[0], bits[1], bits[2], bits[3]);
    }

    /// <summary>How many bits are not in another one: at least so many pairs are not in its text.</summary>
    internal int CountMissing(PairSignature other) =>
        BitOperations.PopCount(A & ~other.A) + BitOperations.PopCount(B & ~other.B) + BitOperations.PopCount(C & ~other.C) + BitOperations.PopCount(D & ~other.D);

    public static PairSignature operator |(PairSignature one, PairSignature other) => new(one.A | other.A, one.B | other.B, one.C | other.C, one.D | other.D);
}
