namespace BotDigest.Formatting.Digests;

/// <summary>How much of a message something takes.</summary>
/// <param name="Length">Visible text, in UTF-16 code units.</param>
/// <param name="Entities">Entities, explicit and automatic.</param>
/// <param name="Bytes">HTML, in bytes of UTF-8.</param>
internal readonly record struct Measure(int Length, int Entities, int Bytes)
{
    /// <summary>True where a message of these limits can hold it.</summary>
    internal bool FitsIn(MessageLimits limits) => Length <= limits.Length && Entities <= limits.Entities && Bytes <= limits.Bytes;

    public static Measure operator +(Measure one, Measure other) => new(one.Length + other.Length, one.Entities + other.Entities, one.Bytes + other.Bytes);

    public static Measure operator -(Measure one, Measure other) => new(one.Length - other.Length, one.Entities - other.Entities, one.Bytes - other.Bytes);
}
