namespace BotDigest.Formatting.Text;

/// <summary>One formatted range of a text.</summary>
/// <param name="Kind">What the range looks like.</param>
/// <param name="Offset">Where it begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Argument">The URL of a <see cref="EntityKind.TextLink"/>, the language of a <see cref="EntityKind.Pre"/>; otherwise null.</param>
public readonly record struct TextEntity(EntityKind Kind, int Offset, int Length, string? Argument = null)
{
    /// <summary>The first UTF-16 code unit after the range.</summary>
    public int End => Offset + Length;
}
