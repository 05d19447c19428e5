namespace BotDigest.Bot.Publishing;

/// <summary>Tells the publisher to look at the ledger now, and not before the folder was read for the first time: or a newer issue could overtake an older one.</summary>
internal sealed class PublisherSignal
{
    private volatile TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Signal _signal = new();

    /// <summary>Says that the ledger has changed.</summary>
    public void Look()
    {
        _ready.TrySetResult();
        _signal.Set();
    }

    /// <summary>Says that the folder is to be read anew before anything is published.</summary>
    public void Halt()
    {
        if (_ready.Task.IsCompleted)
            _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Waits until the folder was read for the first time.</summary>
    public Task WhenReadyAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);

    /// <summary>Waits for a change, but no longer than told.</summary>
    public Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken) => _signal.WaitAsync(atMost, time, cancellationToken);
}
