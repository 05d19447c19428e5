using BotDigest.Bot.Sending;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Updates;

/// <summary>How much one person, and one group, may ask: a bucket of requests each, which fills again with time. Memory has a bound, whoever asks.</summary>
internal sealed class RequestLimits(TimeProvider clock, IOptions<LimitsOptions> options)
{
    /// <summary>How many people and groups are remembered at most.</summary>
    internal const int MostBuckets = 20_000;

    // Whoever types an inline query asks with every letter.
    private const int InlineFactor = 4;

    private readonly Lock _gate = new();
    private readonly Dictionary<(Kind Kind, long Id), Bucket> _buckets = [];

    private enum Kind
    {
        Person,
        Group,
        Inline,
    }

    /// <summary>How many are remembered now.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
                return _buckets.Count;
        }
    }

    /// <summary>Takes a request of somebody; in a group it is the group's, too.</summary>
    internal Turn Take(long user, long? group)
    {
        lock (_gate)
        {
            var person = Take((Kind.Person, user), options.Value.RequestsPerMinute);
            return person == Turn.Granted && group is { } chat ? Take((Kind.Group, chat), options.Value.GroupRequestsPerMinute) : person;
        }
    }

    /// <summary>Takes an inline query of somebody.</summary>
    internal Turn TakeInline(long user)
    {
        lock (_gate)
            return Take((Kind.Inline, user), options.Value.RequestsPerMinute * InlineFactor);
    }

    private Turn Take((Kind Kind, long Id) key, int perMinute)
    {
        if (perMinute == 0)
            return Turn.Granted;
        var now = clock.GetTimestamp();
        if (!_buckets.TryGetValue(key, out var bucket))
        {
            MakeRoom();
            _buckets.Add(key, bucket = new Bucket(perMinute, now));
        }

        return bucket.Take(clock.GetElapsedTime(bucket.At, now), now);
    }

    /// <summary>Forgets those who could ask as much as strangers, and where these are not enough, the ones who asked longest ago.</summary>
    private void MakeRoom()
    {
        if (_buckets.Count < MostBuckets)
            return;
        var now = clock.GetTimestamp();
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsFullAfter(clock.GetElapsedTime(bucket.At, now)))
                _buckets.Remove(key);
        }

        foreach (var (key, _) in _buckets.OrderBy(b => b.Value.At).Take(_buckets.Count - (MostBuckets / 2)).ToList())
            _buckets.Remove(key);
    }

    /// <summary>What one of them may still ask.</summary>
    private sealed class Bucket(int perMinute, long begun)
    {
        // Half a minute's worth at once: turning pages is quick.
        private readonly double _size = Math.Max(1, perMinute / 2.0);
        private double _used;
        private bool _isTold;

        /// <summary>When somebody last asked.</summary>
        internal long At { get; private set; } = begun;

        internal bool IsFullAfter(TimeSpan wait) => _used <= wait.TotalMinutes * perMinute;

        internal Turn Take(TimeSpan since, long now)
        {
            _isTold &= !IsFullAfter(since);
            _used = Math.Max(0, _used - (since.TotalMinutes * perMinute));
            At = now;
            if (_used + 1 <= _size)
            {
                _used++;
                return Turn.Granted;
            }

            var turn = _isTold ? Turn.Silence : Turn.TooMany;
            _isTold = true;
            return turn;
        }
    }
}
