using System.Collections.Immutable;

namespace BotDigest.Formatting.Text;

/// <summary>Text with its entities: the one form in which text travels until it is written as HTML at the edge.</summary>
/// <param name="Text">The visible text; <c>\n</c> is the only line break.</param>
/// <param name="Entities">Its entities, by offset, the outer one first where two begin together.</param>
public sealed record FormattedText(string Text, ImmutableArray<TextEntity> Entities)
{
    /// <summary>No text at all.</summary>
    public static FormattedText Empty { get; } = new("", []);

    /// <summary>The length of the visible text in UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>Text without any formatting.</summary>
    /// <param name="text">The visible text.</param>
    public static FormattedText Plain(string text) => new(text, []);

    /// <summary>Equal text with equal entities.</summary>
    /// <param name="other">The other text.</param>
    public bool Equals(FormattedText? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal) && Entities.AsSpan().SequenceEqual(other.Entities.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text.GetHashCode(StringComparison.Ordinal), Entities.Length);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
