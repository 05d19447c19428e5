using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Web;

/// <summary>What <c>/metrics</c> shows. Who asks meanwhile waits: figures that are looked up belong to one asking.</summary>
internal sealed partial class MetricsPage(MeterReadings readings, IEnumerable<IMeasured> measured, TimeProvider time, ILogger<MetricsPage> log) : IDisposable
{
    // whoever asks gives up after ten seconds, and would not see the other figures either
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _asking = new(1);

    /// <summary>All figures as text. Those of a database that cannot be used, or does not answer, are left out.</summary>
    internal async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            await Task.WhenAll(measured.Select(figures => MeasureAsync(figures, cancellationToken)));
            return PrometheusText.Write(readings.Read());
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _asking.Dispose();

    private async Task MeasureAsync(IMeasured figures, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await figures.MeasureAsync(both.Token);
        }
        catch (StorageException e)
        {
            Left(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Left("the database does not answer");
        }
    }

    [LoggerMessage(6001, LogLevel.Warning, "Some figures are not shown: {Reason}")]
    private partial void Left(string reason);
}
