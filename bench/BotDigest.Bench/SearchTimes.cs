using System.Diagnostics;

namespace BotDigest.Bench;

/// <summary>How long each query took, run by run.</summary>
internal sealed class SearchTimes
{
    private readonly Dictionary<string, List<double>> _byQuery = new(StringComparer.Ordinal);

    internal int Runs => _byQuery.Values.Sum(t => t.Count);

    /// <summary>Half of all runs took at most this, in milliseconds.</summary>
    internal double Median => Middle([.. _byQuery.Values.SelectMany(t => t)]);

    /// <summary>The query that is the slowest in the middle of its runs.</summary>
    internal (string Query, double Time) Worst => _byQuery.Select(q => (q.Key, Middle(q.Value))).MaxBy(q => q.Item2);

    /// <summary>The slowest run of all: what else the machine does shows here.</summary>
    internal double WorstRun => _byQuery.Values.Max(t => t.Max());

    internal static double Middle(List<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[(sorted.Count - 1) / 2];
    }

    internal async Task<T> MeasureAsync<T>(string query, Func<Task<T>> search)
    {
        var start = Stopwatch.GetTimestamp();
        var result = await search();
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        (_byQuery.TryGetValue(query, out var list) ? list : _byQuery[query] = []).Add(time);
        return result;
    }
}
