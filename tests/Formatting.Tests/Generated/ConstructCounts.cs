using System.Globalization;

namespace BotDigest.Formatting.Tests.Generated;

/// <summary>How often each construct occurred, by the rows of <see cref="DesignRow"/>.</summary>
internal sealed class ConstructCounts
{
    private readonly Dictionary<string, SortedDictionary<string, int>> _rows = DesignRow.All.ToDictionary(row => row, _ => new SortedDictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>How many constructs occurred.</summary>
    internal int Constructs => _rows.Values.Sum(row => row.Count);

    /// <summary>How often the rarest construct occurred; 0 where a row has none.</summary>
    internal int Rarest => _rows.Values.Min(row => row.Count == 0 ? 0 : row.Values.Min());

    internal void Add(string row, string construct) => _rows[row][construct] = _rows[row].GetValueOrDefault(construct) + 1;

    /// <summary>A line a row, then one for each of its constructs; those that occurred less often than <paramref name="atLeast"/> are marked.</summary>
    internal IEnumerable<string> Lines(int atLeast)
    {
        foreach (var row in DesignRow.All)
        {
            var total = _rows[row].Values.Sum();
            yield return Line("", total, row, atLeast);
            foreach (var (construct, times) in _rows[row])
                yield return Line("    ", times, construct, atLeast);
        }
    }

    private static string Line(string indent, int times, string name, int atLeast) =>
        string.Create(CultureInfo.InvariantCulture, $"{indent}{times,8} {name}{(times < atLeast ? "  TOO FEW" : "")}");
}
