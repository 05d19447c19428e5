namespace BotDigest.Bot.Subscribers;

/// <summary>How far the pushes of an issue have come.</summary>
/// <param name="Sent">How many have arrived.</param>
/// <param name="Missed">How many will not arrive, or nobody knows whether they have.</param>
/// <param name="Waiting">How many are still to be sent.</param>
internal sealed record PushProgress(long Sent, long Missed, long Waiting)
{
    private const int Steps = 20;

    /// <summary>How many there are.</summary>
    internal long Total => Sent + Missed + Waiting;

    /// <summary>The same in steps of a twentieth, so that a message which shows it is not edited for each push.</summary>
    internal PushProgress Rounded() => Waiting == 0 || Total < Steps ? this : this with { Sent = Floor(Sent), Missed = Floor(Missed), Waiting = Total - Floor(Sent) - Floor(Missed) };

    private long Floor(long count) => count - (count % (Total / Steps));
}
