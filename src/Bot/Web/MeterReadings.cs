using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace BotDigest.Bot.Web;

/// <summary>Listens to the figures of this service, and of no other one in the same process.</summary>
internal sealed class MeterReadings : IDisposable
{
    /// <summary>The name of the meter that all rooms use.</summary>
    internal const string MeterName = "BotDigest";

    private readonly ConcurrentDictionary<Instrument, InstrumentReadings> _instruments = new();
    private readonly MeterListener _listener = new();

    /// <summary>Listens from now on.</summary>
    /// <param name="meters">Makes the meters of this service; each of them names it.</param>
    public MeterReadings(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
                listener.EnableMeasurementEvents(instrument, _instruments.GetOrAdd(instrument, i => new InstrumentReadings(i)));
        };
        _listener.SetMeasurementEventCallback<long>((_, value, labels, readings) => ((InstrumentReadings)readings!).Take(value, labels));
        _listener.SetMeasurementEventCallback<double>((_, value, labels, readings) => ((InstrumentReadings)readings!).Take(value, labels));
        _listener.Start();
    }

    /// <summary>All figures as they are now, by name; they go on changing, and one asks at a time.</summary>
    internal IReadOnlyList<InstrumentReadings> Read()
    {
        foreach (var readings in _instruments.Values.Where(r => r.IsObservable))
            readings.Clear();
        _listener.RecordObservableInstruments();
        return [.. _instruments.Values.OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
