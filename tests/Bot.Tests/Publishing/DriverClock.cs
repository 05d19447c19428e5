using System.Globalization;

namespace BotDigest.Bot.Tests.Publishing;

/// <summary>The sandbox's clock as the bot sees it: only the time-out of a call runs on the machine's, so that a test which puts the clock forward a day does not end the calls whose answers are on their way.</summary>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class DriverClock(TimeProvider clock) : TimeProvider
{
    // a length that nothing else waits for
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(61);

    /// <summary>The word of the command line that makes a call's time-out known to this clock.</summary>
    public static string Setting => string.Create(CultureInfo.InvariantCulture, $"--Telegram:RequestTimeout={RequestTimeout:c}");

    /// <inheritdoc/>
    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    /// <inheritdoc/>
    public override long GetTimestamp() => clock.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        (dueTime == RequestTimeout ? System : clock).CreateTimer(callback, state, dueTime, period);
}
