namespace BotDigest.Bot.Storage;

/// <summary>Keeps the rights of the service for as long as it runs, and gives them back when everything else has stopped.</summary>
/// <param name="leases">The rights.</param>
/// <param name="time">The clock.</param>
internal sealed class LeaseKeeper(Leases leases, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var lease in leases.All)
            await lease.GiveBackAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.WhenAll(leases.All.Select(l => l.LookAsync(stoppingToken)));
            await Task.Delay(Step, time, stoppingToken);
        }
    }
}
