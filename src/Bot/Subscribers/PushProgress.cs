namespace BotDigest.Bot.Subscribers;

/// <summary>How many people the pushes of an issue have reached; whoever gets several counts once.</summary>
/// <param name="Sent">How many have all that was meant for them, or what of it could arrive.</param>
/// <param name="Missed">How many get nothing, or nobody knows whether they have.</param>
/// <param name="Waiting">How many are still to get something.</param>
internal sealed record PushProgress(long Sent, long Missed, long Waiting)
{
    private const int Steps = 20;

    /// <summary>How many there are.</summary>
    internal long Total => Sent + Missed + Waiting;

    /// <summary>The same in steps of a twentieth, so that a message which shows it is not edited for each push.</summary>
    internal PushProgress Rounded() => Waiting == 0 || Total < Steps ? this : this with { Sent = Floor(Sent), Missed = Floor(Missed), Waiting = Total - Floor(Sent) - Floor(Missed) };

    private long Floor(long count) => count - (count % (Total / Steps));
}
