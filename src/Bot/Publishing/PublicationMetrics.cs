using System.Diagnostics.Metrics;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Figures of what is on the channel and what is on its way there. None of them names a file.</summary>
internal sealed class PublicationMetrics : IMeasured
{
    private readonly PublicationStore _publications;
    private readonly string _channel;
    private IReadOnlyList<PublicationStage> _stages = [];
    private bool _isMeasured;

    /// <summary>Announces the figures.</summary>
    public PublicationMetrics(IMeterFactory meters, PublicationStore publications, IOptions<TelegramOptions> options)
    {
        (_publications, _channel) = (publications, ChannelKey.Of(options.Value));
        var meter = meters.Create(MeterReadings.MeterName);
        meter.CreateObservableGauge("botdigest_publications", () => Count<PublicationState>("state", s => s.State), description: "Issues by how far they have come on their way to the channel.");
        meter.CreateObservableGauge("botdigest_publications_stopped", () => Count<PublicationPause>("cause", s => s.Paused), description: "Issues that stand still until a person does something, by what stops them.");
    }

    /// <inheritdoc/>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        _isMeasured = false;
        _stages = await _publications.ListStagesAsync(_channel, cancellationToken);
        _isMeasured = true;
    }

    private IEnumerable<Measurement<long>> Count<T>(string label, Func<PublicationStage, T?> read)
        where T : struct, Enum =>
        _isMeasured
            ? Enum.GetValues<T>().Select(v => new Measurement<long>(_stages.Count(s => read(s) is { } value && value.Equals(v)), KeyValuePair.Create<string, object?>(label, Words.Write(v))))
            : [];
}
