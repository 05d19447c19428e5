namespace BotDigest.Bot.Subscribers;

/// <summary>Tells the push service that an issue has been published or an hour changed.</summary>
internal sealed class PushBell
{
    private readonly Signal _rung = new();

    /// <summary>Rings; ringing twice before anybody listens is ringing once.</summary>
    internal void Ring() => _rung.Set();

    /// <summary>Waits until it is rung, but no longer than told.</summary>
    internal Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken) => _rung.WaitAsync(atMost, clock, cancellationToken);
}
