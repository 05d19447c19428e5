namespace BotDigest.Bot.Updates;

/// <summary>How long to wait before the next try: longer after each fault in a row, with a limit and jitter.</summary>
/// <param name="first">The wait after the first fault.</param>
/// <param name="longest">The longest wait.</param>
/// <param name="random">The jitter's source.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Random random)
{
    private int _faults;

    /// <summary>The wait after one more fault: between half of the step and the whole of it.</summary>
    internal TimeSpan Next()
    {
        var step = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(_faults++, 16)), longest.TotalSeconds);
        return TimeSpan.FromSeconds(step * (0.5 + (random.NextDouble() / 2)));
    }

    /// <summary>Begins anew after a success.</summary>
    internal void Reset() => _faults = 0;
}
