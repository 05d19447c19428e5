using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Web;

/// <summary>What <c>/metrics</c> shows.</summary>
internal sealed partial class MetricsPage(MeterReadings readings, IEnumerable<IMeasured> measured, ILogger<MetricsPage> log)
{
    /// <summary>All figures as text. Those of a database that cannot be used are left out.</summary>
    internal async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var figures in measured)
        {
            try
            {
                await figures.MeasureAsync(cancellationToken);
            }
            catch (StorageException e)
            {
                Left(e.Message);
            }
        }

        return PrometheusText.Write(readings.Read());
    }

    [LoggerMessage(6001, LogLevel.Warning, "Some figures are not shown: {Reason}")]
    private partial void Left(string reason);
}
