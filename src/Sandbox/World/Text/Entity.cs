namespace BotDigest.Sandbox.World.Text;

/// <summary>One entity of a text.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Offset">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Argument">The URL of a link, the language of a block of code, the user of a mention, the id of an emoji, or <c>unix|format</c> of a date.</param>
internal readonly record struct Entity(EntityType Type, int Offset, int Length, string? Argument = null)
{
    /// <summary>The first code unit after it.</summary>
    public int End => Offset + Length;

    /// <summary>By offset, the longer one first, then by rank: the order in which Telegram keeps entities.</summary>
    public static IComparer<Entity> Order { get; } = Comparer<Entity>.Create((left, right) =>
        left.Offset != right.Offset ? left.Offset.CompareTo(right.Offset)
        : left.Length != right.Length ? right.Length.CompareTo(left.Length)
        : left.Rank.CompareTo(right.Rank));

    private int Rank => Type.Rank(!string.IsNullOrEmpty(Argument));

    /// <summary>True where the two share a code unit.</summary>
    public bool Overlaps(Entity other) => Offset < other.End && other.Offset < End;
}
