using System.Diagnostics.Metrics;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;

namespace BotDigest.Bot.Subscribers;

/// <summary>Figures of pushes. None of them names a subscriber.</summary>
internal sealed class PushMetrics : IMeasured
{
    private readonly PushStore _store;
    private readonly Counter<long> _pushes;
    private long? _waiting;

    /// <summary>Announces the figures.</summary>
    public PushMetrics(IMeterFactory meters, PushStore store)
    {
        _store = store;
        var meter = meters.Create(MeterReadings.MeterName);
        _pushes = meter.CreateCounter<long>("botdigest_pushes_total", description: "Pushes by what they brought and how they ended; parked: nothing reaches that chat until it comes back.");
        meter.CreateObservableGauge("botdigest_pushes_waiting", Waiting, description: "Pushes that are planned and not sent yet, also those of a later hour.");
        foreach (var kind in Enum.GetValues<PushKind>())
        {
            foreach (var outcome in (string[])["sent", "parked", "rejected", "unknown"])
                Add(0, kind, outcome);
        }
    }

    /// <inheritdoc/>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        _waiting = null;
        _waiting = await _store.CountWaitingAsync(cancellationToken);
    }

    /// <summary>Something became of a push; one that is to be tried again has not ended.</summary>
    internal void Took(PushResult result)
    {
        var outcome = result switch
        {
            PushResult.Sent => "sent",
            PushResult.Rejected { IsUnreachable: true } => "parked",
            PushResult.Rejected => "rejected",
            PushResult.Unknown => "unknown",
            _ => null,
        };
        if (outcome is not null)
            Add(1, result.Push.Kind, outcome);
    }

    private IEnumerable<Measurement<long>> Waiting() => _waiting is { } count ? [new Measurement<long>(count)] : [];

    private void Add(long count, PushKind kind, string outcome) =>
        _pushes.Add(count, KeyValuePair.Create<string, object?>("kind", Words.Write(kind)), KeyValuePair.Create<string, object?>("outcome", outcome));
}
