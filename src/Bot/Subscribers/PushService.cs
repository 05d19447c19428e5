using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Subscribers;

/// <summary>Sends the brief of each newly published issue to each subscriber at their hour, once.</summary>
internal sealed partial class PushService(PushPlanner planner, PushSender sender, PushStore pushes, PushBell bell, TimeProvider clock, ILogger<PushService> log) : BackgroundService
{
    private const int BatchSize = 100;

    // How soon a published issue is noticed where nobody rings.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);

    /// <summary>Plans what has been published and sends what is due.</summary>
    /// <returns>How many pushes were tried.</returns>
    internal async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        await planner.PlanAsync(cancellationToken);
        var tried = 0;
        while (await pushes.ClaimAsync(BatchSize, cancellationToken) is { Count: > 0 } due)
        {
            await sender.SendAsync(due, cancellationToken);
            tried += due.Count;
        }

        return tried;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var recovered = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!recovered)
                    await sender.RecoverAsync(stoppingToken);
                recovered = true;
                await RunOnceAsync(stoppingToken);
                await bell.WaitAsync(await UntilNextAsync(stoppingToken), clock, stoppingToken);
            }
            catch (StorageException e)
            {
                Failed(e.Message, AfterFault);
                await Task.Delay(AfterFault, clock, stoppingToken);
            }
        }
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        if (await pushes.NextDueAsync(cancellationToken) is not { } due)
            return LookEvery;
        var wait = due - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LookEvery ? wait : LookEvery;
    }

    [LoggerMessage(4001, LogLevel.Error, "Pushes wait: {Reason} Trying again in {Wait}")]
    private partial void Failed(string reason, TimeSpan wait);
}
