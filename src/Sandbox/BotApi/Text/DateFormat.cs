namespace BotDigest.Sandbox.BotApi.Text;

/// <summary>The format of a <c>tg-time</c> (TELEGRAM 1.9).</summary>
internal static class DateFormat
{
    /// <summary>The format in its one normal spelling, or null where it is none.</summary>
    public static string? Read(string format)
    {
        if (format is "r" or "R")
            return "r";
        if (format.Any(c => c is not ('t' or 'T' or 'd' or 'D' or 'w' or 'W')))
            return null;
        var weekday = format.Contains('w', StringComparison.OrdinalIgnoreCase) ? "w" : "";
        return weekday + Precision(format, 'd') + Precision(format, 't');
    }

    private static string Precision(string format, char letter) =>
        format.Contains(letter, StringComparison.Ordinal) ? letter.ToString()
        : format.Contains(char.ToUpperInvariant(letter), StringComparison.Ordinal) ? char.ToUpperInvariant(letter).ToString() : "";
}
