using System.Collections.Immutable;

namespace BotDigest.Sandbox.World;

/// <summary>The keyboard under a message.</summary>
/// <param name="Rows">Its rows from the top; never empty.</param>
internal sealed record InlineKeyboard(ImmutableArray<ImmutableArray<InlineButton>> Rows)
{
    /// <summary>All its buttons, row by row.</summary>
    public IEnumerable<InlineButton> Buttons => Rows.SelectMany(r => r);

    /// <summary>Equal buttons in equal rows.</summary>
    public bool Equals(InlineKeyboard? other) =>
        other is not null && Rows.Length == other.Rows.Length && Rows.Zip(other.Rows).All(p => p.First.AsSpan().SequenceEqual(p.Second.AsSpan()));

    /// <inheritdoc/>
    public override int GetHashCode() => Rows.Length;
}
