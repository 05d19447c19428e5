namespace BotDigest.Bot.Sending;

/// <summary>A rate that is kept evenly: so many calls a second, a tenth of them at once and no more. Calls to many chats overlap, and what begins spread out does not arrive in heaps.
/// A late look does not lower the rate, as long as it is not later than those few calls take.</summary>
/// <param name="perSecond">How many calls a second.</param>
internal sealed class EvenPace(int perSecond)
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(1) / perSecond;
    private readonly TimeSpan _ahead = (TimeSpan.FromSeconds(1) / perSecond) * (Math.Max(1, perSecond / 10) - 1);
    private TimeSpan _next;

    /// <summary>When the next call may begin; in the past where it may at once.</summary>
    public TimeSpan NextCall => _next - _ahead;

    /// <summary>Counts a call that begins.</summary>
    public void Take(TimeSpan now) => _next = (_next > now ? _next : now) + _interval;
}
