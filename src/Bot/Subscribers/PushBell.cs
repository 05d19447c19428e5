namespace BotDigest.Bot.Subscribers;

/// <summary>Tells the push service that there may be something to do: an issue was published, an hour was changed.</summary>
internal sealed class PushBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>Rings; ringing twice before anybody listens is ringing once.</summary>
    internal void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung already.
        }
    }

    /// <summary>Waits until it is rung, but not longer than a while.</summary>
    internal async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = clock.CreateTimer(_ => enough.Cancel(), null, longest, Timeout.InfiniteTimeSpan);
        try
        {
            await _rung.WaitAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The while is over.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}
