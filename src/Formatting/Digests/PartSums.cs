namespace BotDigest.Formatting.Digests;

/// <summary>Running sums over a text with cuts: what a message from one cut to another takes is a subtraction.</summary>
/// <param name="count">How many places there are, the end of the text included.</param>
internal sealed class PartSums(int count)
{
    /// <summary>What stands before each place.</summary>
    internal Measure[] Before { get; } = new Measure[count];

    /// <summary>Entities that reach over each place.</summary>
    internal Measure[] Reaching { get; } = new Measure[count];

    /// <summary>Where a message that stops at each place ends, its last white space trimmed.</summary>
    internal int[] End { get; } = new int[count];

    /// <summary>What the text from one place to another takes.</summary>
    internal Measure Between(int first, int last)
    {
        ref readonly var before = ref Before[first];
        ref readonly var after = ref Before[last];
        ref readonly var reaching = ref Reaching[first];
        return new Measure(
            End[last] - before.Length,
            after.Entities - before.Entities + reaching.Entities,
            after.Bytes - before.Bytes + reaching.Bytes);
    }
}
