namespace BotDigest.Bot.Subscribers;

/// <summary>Tells the push service that there is something to do: an issue has been published, an hour changed, a push has come to its end.</summary>
internal sealed class PushBell
{
    private readonly Signal _rung = new();

    /// <summary>Rings; ringing twice before anybody listens is ringing once.</summary>
    internal void Ring() => _rung.Set();

    /// <summary>Waits until it is rung, but no longer than told.</summary>
    internal Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken) => _rung.WaitAsync(atMost, clock, cancellationToken);
}
