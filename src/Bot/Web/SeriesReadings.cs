namespace BotDigest.Bot.Web;

/// <summary>Keeps one series: the values of an instrument that carry the same labels.</summary>
/// <param name="limits">The limits of a histogram's buckets, ascending; empty for what is no histogram.</param>
internal sealed class SeriesReadings(IReadOnlyList<double> limits)
{
    private readonly Lock _gate = new();
    private readonly long[] _buckets = new long[limits.Count];
    private double _value;
    private long _count;

    /// <summary>What it has come to.</summary>
    internal Reading Reading
    {
        get
        {
            lock (_gate)
                return new Reading(_value, _count, [.. _buckets]);
        }
    }

    /// <summary>Adds a value.</summary>
    internal void Add(double value)
    {
        lock (_gate)
        {
            _value += value;
            _count++;
            for (var i = 0; i < limits.Count; i++)
            {
                if (value > limits[i])
                    continue;
                _buckets[i]++;
                break;
            }
        }
    }

    /// <summary>Puts a value in the place of the former one.</summary>
    internal void Set(double value)
    {
        lock (_gate)
            _value = value;
    }
}
