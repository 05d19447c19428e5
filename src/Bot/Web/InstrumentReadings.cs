using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace BotDigest.Bot.Web;

/// <summary>Keeps what an instrument has measured, a series for each set of labels.</summary>
internal sealed class InstrumentReadings
{
    private static readonly double[] UsualLimits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly ConcurrentDictionary<string, SeriesReadings> _series = new(StringComparer.Ordinal);
    private readonly bool _adds;

    /// <summary>Begins with no series.</summary>
    internal InstrumentReadings(Instrument instrument)
    {
        (Name, Help) = (instrument.Name, instrument.Description ?? "");
        Limits = instrument is Histogram<double> histogram ? histogram.Advice?.HistogramBucketBoundaries ?? UsualLimits : [];
        Type = instrument switch
        {
            Histogram<double> => "histogram",
            Counter<long> or Counter<double> or ObservableCounter<long> or ObservableCounter<double> => "counter",
            _ => "gauge",
        };
        _adds = instrument is Histogram<double> or Counter<long> or Counter<double>;
        IsObservable = instrument.IsObservable;
    }

    /// <summary>Its name.</summary>
    internal string Name { get; }

    /// <summary>What it tells.</summary>
    internal string Help { get; }

    /// <summary>Its kind, in Prometheus' word.</summary>
    internal string Type { get; }

    /// <summary>The limits of a histogram's buckets, ascending; empty for what is no histogram.</summary>
    internal IReadOnlyList<double> Limits { get; }

    /// <summary>True where it is asked for its values, and does not tell them by itself.</summary>
    internal bool IsObservable { get; }

    /// <summary>Its series by their labels as they are shown, <c>kind="post"</c>, in that order.</summary>
    internal IEnumerable<(string Labels, Reading Reading)> Series => _series.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value.Reading));

    /// <summary>Takes a value.</summary>
    internal void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var series = _series.GetOrAdd(Shown(labels), _ => new SeriesReadings(Limits));
        if (_adds)
            series.Add(value);
        else
            series.Set(value);
    }

    /// <summary>Forgets all series: those that there still are come again when it is asked.</summary>
    internal void Clear() => _series.Clear();

    private static string Shown(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
            text.Append(text.Length > 0 ? "," : "").Append(name).Append("=\"").Append(Escaped(value?.ToString() ?? "")).Append('"');
        return text.ToString();
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
