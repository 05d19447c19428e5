using System.Collections.Immutable;

namespace BotDigest.Formatting.Messages;

/// <summary>An inline keyboard under a message.</summary>
/// <param name="Rows">Its rows, from the top; at most 8 buttons a row and 100 in all (TELEGRAM 2.12).</param>
public sealed record Keyboard(ImmutableArray<ImmutableArray<Button>> Rows)
{
    /// <summary>Equal buttons in equal rows.</summary>
    /// <param name="other">The other keyboard.</param>
    public bool Equals(Keyboard? other)
    {
        if (other is null || Rows.Length != other.Rows.Length)
            return false;
        for (var i = 0; i < Rows.Length; i++)
        {
            if (!Rows[i].AsSpan().SequenceEqual(other.Rows[i].AsSpan()))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows.Length, Rows.Length == 0 ? 0 : Rows[0].Length);
}
