using System.Collections.Immutable;

namespace BotDigest.Sandbox.BotApi.Faults;

/// <summary>The faults that are ordered, and the dice that decide about them.</summary>
internal sealed class FaultBook
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private Random _random = new(1);

    /// <summary>The rules that are not used up, in the order given.</summary>
    public ImmutableArray<FaultRule> Rules
    {
        get
        {
            lock (_gate)
                return [.. _entries.Select(e => e.Rule)];
        }
    }

    /// <summary>Orders a fault.</summary>
    public void Add(FaultRule rule)
    {
        lock (_gate)
            _entries.Add(new Entry(rule));
    }

    /// <summary>Takes all orders back.</summary>
    public void Clear()
    {
        lock (_gate)
            _entries.Clear();
    }

    /// <summary>Starts the dice anew.</summary>
    public void Seed(int seed)
    {
        lock (_gate)
            _random = new Random(seed);
    }

    /// <summary>The fault that hits this call, or null. The first matching rule that strikes wins.</summary>
    /// <param name="method">The method.</param>
    /// <param name="chat">The number of the chat it is about, or null.</param>
    public FaultStrike? Strike(string method, long? chat)
    {
        lock (_gate)
        {
            foreach (var entry in _entries)
            {
                if (!Matches(entry.Rule, method, chat) || entry.Seen++ < entry.Rule.Skip || _random.NextDouble() >= entry.Rule.Probability)
                    continue;
                if (++entry.Struck >= entry.Rule.Times)
                    _entries.Remove(entry);
                var milliseconds = _random.Next(entry.Rule.MinMs, Math.Max(entry.Rule.MinMs, entry.Rule.MaxMs) + 1);
                return new FaultStrike(entry.Rule, TimeSpan.FromMilliseconds(milliseconds));
            }

            return null;
        }
    }

    private static bool Matches(FaultRule rule, string method, long? chat) =>
        (rule.Method is null ? !method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase) : rule.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (rule.Chat is null || rule.Chat == chat);

    private sealed class Entry(FaultRule rule)
    {
        public FaultRule Rule { get; } = rule;

        public int Seen { get; set; }

        public int Struck { get; set; }
    }
}
