namespace BotDigest.Bot.Storage;

/// <summary>One number that orders stories: the newest issue first, within an issue from the top. Sorted downwards it is the order of every list of stories.</summary>
internal static class Recency
{
    // The smallest story takes four bytes of a file of at most 256 KiB.
    private const int Bits = 16;
    private const long Last = (1L << Bits) - 1;

    /// <summary>The number of a story.</summary>
    internal static long Of(DateOnly date, int position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Last);
        return ((long)date.DayNumber << Bits) | (Last - position);
    }

    /// <summary>The day of a story.</summary>
    internal static DateOnly DateOf(long recency) => DateOnly.FromDayNumber((int)(recency >> Bits));

    /// <summary>The lowest number of a day's stories.</summary>
    internal static long LowestOf(DateOnly date) => (long)date.DayNumber << Bits;

    /// <summary>The highest number of a day's stories.</summary>
    internal static long HighestOf(DateOnly date) => Of(date, 0);
}
