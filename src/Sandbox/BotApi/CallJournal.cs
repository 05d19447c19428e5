using System.Collections.Immutable;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi;

/// <summary>Every call since the start, for tests to look at.</summary>
internal sealed class CallJournal(TelegramWorld world)
{
    // far more than any test makes; a page left open for weeks must not eat the memory
    private const int Longest = 200_000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, CallRecord> _calls = [];
    private readonly HashSet<long> _open = [];
    private long _last;

    /// <summary>All calls in the order of arrival.</summary>
    public ImmutableArray<CallRecord> Calls
    {
        get
        {
            lock (_gate)
                return [.. _calls.Values];
        }
    }

    /// <summary>Calls that have arrived and are not answered yet.</summary>
    public ImmutableArray<CallRecord> InFlight
    {
        get
        {
            lock (_gate)
                return [.. _open.Order().Select(n => _calls.GetValueOrDefault(n)).OfType<CallRecord>()];
        }
    }

    /// <summary>The calls of one method.</summary>
    public ImmutableArray<CallRecord> Of(string method) => [.. Calls.Where(c => c.Method.Equals(method, StringComparison.OrdinalIgnoreCase))];

    /// <summary>A call by its number; null where it is too long ago.</summary>
    public CallRecord? Find(long number)
    {
        lock (_gate)
            return _calls.GetValueOrDefault(number);
    }

    /// <summary>Notes that a call has arrived.</summary>
    public CallRecord Begin(string method, IReadOnlyDictionary<string, string> parameters)
    {
        CallRecord record;
        lock (_gate)
        {
            record = new CallRecord { Number = ++_last, Method = method, Params = parameters, At = world.Clock.GetUtcNow() };
            _calls.Add(record.Number, record);
            _open.Add(record.Number);
            if (_calls.Count > Longest)
                _calls.Remove(_calls.Keys.First());
        }

        world.Tell(new WorldChange.Called(record.Number, method, IsFinished: false));
        return record;
    }

    /// <summary>Notes what became of it.</summary>
    public CallRecord Note(CallRecord record)
    {
        lock (_gate)
        {
            if (_calls.ContainsKey(record.Number))
                _calls[record.Number] = record;
            if (record.IsFinished)
                _open.Remove(record.Number);
        }

        world.Tell(new WorldChange.Called(record.Number, record.Method, record.IsFinished));
        return record;
    }
}
