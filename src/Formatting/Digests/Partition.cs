namespace BotDigest.Formatting.Digests;

/// <summary>
/// Chooses at which of its cuts a text is divided into messages: the fewest messages; among those the most cuts between sections;
/// among those the most even lengths. An exact search, the same for the same text.
/// </summary>
internal static class Partition
{
    /// <summary>Lengths are compared in steps of this many UTF-16 code units, so that a small edit seldom moves a cut.</summary>
    internal const int Step = 256;

    /// <summary>The numbers of the cuts at which messages begin; the first is 0.</summary>
    /// <param name="cuts">The places.</param>
    /// <param name="sums">What lies between them.</param>
    /// <param name="headings">What is written before a message that begins at each place.</param>
    /// <param name="limits">What a message can hold.</param>
    internal static int[] Choose(IReadOnlyList<CutPlace> cuts, PartSums sums, Func<CutPlace, Measure> headings, MessageLimits limits)
    {
        var best = new Cost[cuts.Count + 1];
        var from = new int[cuts.Count + 1];
        best.AsSpan(1).Fill(Cost.Unreachable);
        for (var first = 0; first < cuts.Count; first++)
        {
            if (best[first] == Cost.Unreachable)
                continue;
            var heading = headings(cuts[first]);
            var atSection = first > 0 && cuts[first].Level == CutLevel.Section;
            // What lies between two places is a difference of sums: the part of it that belongs to the first place is taken once.
            var before = heading + sums.Reaching[first] - sums.Before[first];
            for (var last = first + 1; last <= cuts.Count; last++)
            {
                ref readonly var after = ref sums.Before[last];
                if (best[last].Messages <= best[first].Messages)
                    continue;
                var length = before.Length + sums.End[last];
                if (length > limits.Length || before.Entities + after.Entities > limits.Entities || before.Bytes + after.Bytes > limits.Bytes)
                    break;
                var cost = best[first].Add(length, atSection);
                if (cost.CompareTo(best[last]) < 0)
                    (best[last], from[last]) = (cost, first);
            }
        }

        return best[^1] == Cost.Unreachable ? throw new InvalidOperationException("A part is longer than a message.") : Trace(from);
    }

    private static int[] Trace(int[] from)
    {
        var chosen = new List<int>();
        for (var last = from.Length - 1; last > 0; last = from[last])
            chosen.Add(from[last]);
        chosen.Reverse();
        return [.. chosen];
    }

    /// <summary>What is compared, in this order: messages, cuts inside sections, unevenness.</summary>
    private readonly record struct Cost(int Messages, int CutsInside, long Unevenness)
    {
        internal static readonly Cost Unreachable = new(int.MaxValue, 0, 0);

        internal int CompareTo(Cost other)
        {
            var byMessages = Messages.CompareTo(other.Messages);
            if (byMessages != 0)
                return byMessages;
            var byCuts = CutsInside.CompareTo(other.CutsInside);
            return byCuts != 0 ? byCuts : Unevenness.CompareTo(other.Unevenness);
        }

        /// <summary>With one message more; for a given number of messages the sum of squares is least where they are even.</summary>
        internal Cost Add(int length, bool atSection)
        {
            long steps = (length + Step - 1) / Step;
            return new Cost(Messages + 1, CutsInside + (atSection ? 0 : 1), Unevenness + (steps * steps));
        }
    }
}
