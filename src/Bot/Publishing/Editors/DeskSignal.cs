namespace BotDigest.Bot.Publishing.Editors;

/// <summary>Tells the editors' desk that facts have changed.</summary>
internal sealed class DeskSignal
{
    private readonly Signal _signal = new();

    /// <summary>Says that something has changed.</summary>
    public void Look() => _signal.Set();

    /// <summary>Waits for a change, but no longer than told.</summary>
    public Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken) => _signal.WaitAsync(atMost, time, cancellationToken);
}
