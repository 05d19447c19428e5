using System.Collections.Immutable;

namespace BotDigest.Bot.Publishing;

/// <summary>Which messages stay when an issue needs fewer than it has: in order, the first one and those that cannot be deleted always, with the fewest edits, the earlier ones rather than the later.</summary>
internal static class Alignment
{
    private const int Impossible = int.MaxValue / 2;

    /// <summary>Chooses.</summary>
    /// <param name="pieces">How many messages are needed; no more than there are.</param>
    /// <param name="posted">How many there are.</param>
    /// <param name="mustStay">Whether one has to stay.</param>
    /// <param name="equal">Whether a piece is what a message already says.</param>
    /// <returns>The messages that stay, one a piece.</returns>
    internal static ImmutableArray<int> Choose(int pieces, int posted, Func<int, bool> mustStay, Func<int, int, bool> equal)
    {
        // costs[i, j]: the fewest edits for the pieces from i on with the messages from j on
        var costs = new int[pieces + 1, posted + 1];
        for (var i = pieces; i >= 0; i--)
        {
            for (var j = posted; j >= 0; j--)
                costs[i, j] = i == pieces && j == posted ? 0 : Math.Min(Keep(i, j), Drop(i, j));
        }

        var kept = ImmutableArray.CreateBuilder<int>(pieces);
        for (var (i, j) = (0, 0); i < pieces; j++)
        {
            if (Keep(i, j) > Drop(i, j))
                continue;
            kept.Add(j);
            i++;
        }

        return kept.MoveToImmutable();

        int Keep(int i, int j) => i < pieces && j < posted ? Math.Min(Impossible, costs[i + 1, j + 1] + (equal(i, j) ? 0 : 1)) : Impossible;

        int Drop(int i, int j) => j < posted && !(j == 0 && pieces > 0) && !mustStay(j) ? costs[i, j + 1] : Impossible;
    }
}
