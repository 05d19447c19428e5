namespace BotDigest.Bot.Rehearsals;

/// <summary>Before the service begins, a second one publishes two issues beside it: on a folder and a database that go away with it, and with nobody to talk to. Code that has run once is compiled, and the first post of the day is not late for it.</summary>
/// <param name="time">The clock.</param>
/// <param name="log">Says how it went.</param>
internal sealed partial class Rehearsal(TimeProvider time, ILogger<Rehearsal> log) : IHostedLifecycleService
{
    // a machine that has not done it by then has other worries
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(900);

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        if (await FindHindranceAsync(cancellationToken) is { } reason)
            Hindered(reason);
        else
            Played(time.GetElapsedTime(start).TotalMilliseconds);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Plays it through. Whatever hinders it does no harm: the first post is a little later.</summary>
    /// <returns>What hindered it; null where both issues were published.</returns>
    private static async Task<string?> FindHindranceAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var stage = new RehearsalStage();
            await RehearsalServices.PlayAsync(stage, both.Token);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return limit.IsCancellationRequested ? "its time was over" : e.Message;
        }
    }

    [LoggerMessage(6040, LogLevel.Information, "Went through a publication beside the real ones in {Milliseconds:F0} ms, so that the first post is not late for it")]
    private partial void Played(double milliseconds);

    [LoggerMessage(6041, LogLevel.Information, "Could not go through a publication beside the real ones ({Reason}); the first post may be a little later")]
    private partial void Hindered(string reason);
}
