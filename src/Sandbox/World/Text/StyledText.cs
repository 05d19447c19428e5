using System.Collections.Immutable;

namespace BotDigest.Sandbox.World.Text;

/// <summary>A text as Telegram keeps it: cleaned, trimmed, with all its entities.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Entities">Explicit and automatic entities, in Telegram's order.</param>
internal sealed record StyledText(string Text, ImmutableArray<Entity> Entities)
{
    /// <summary>No text.</summary>
    public static StyledText Empty { get; } = new("", []);

    /// <summary>The same words with the same entities.</summary>
    public bool Equals(StyledText? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal) && Entities.AsSpan().SequenceEqual(other.Entities.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text.GetHashCode(StringComparison.Ordinal), Entities.Length);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
