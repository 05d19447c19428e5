namespace BotDigest.Bot.Storage;

/// <summary>The best hits in order, taken from tiers of which a later one holds again what the earlier ones have shown.</summary>
/// <param name="size">How many hits are wanted.</param>
internal sealed class SearchRanking(int size)
{
    private readonly HashSet<long> _seen = [];

    /// <summary>The hits so far.</summary>
    internal List<long> Hits { get; } = [];

    /// <summary>True where no more are wanted.</summary>
    internal bool IsFull => Hits.Count >= size;

    /// <summary>How many of a tier's hits are enough, though some of them have been shown.</summary>
    internal int Wanted => (int)Math.Min((long)Hits.Count + size, int.MaxValue);

    /// <summary>Adds a tier, best first.</summary>
    internal void Add(IEnumerable<long> tier)
    {
        foreach (var hit in tier)
        {
            if (IsFull)
                return;
            if (_seen.Add(hit))
                Hits.Add(hit);
        }
    }
}
