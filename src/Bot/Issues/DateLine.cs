namespace BotDigest.Bot.Issues;

/// <summary>Where an issue's file gives its date.</summary>
internal static class DateLine
{
    /// <summary>The line, from 1, of <c>date:</c> in the front matter; the first line where there is none.</summary>
    internal static int Of(ReadOnlySpan<byte> file)
    {
        var line = 1;
        foreach (var range in file.Split((byte)'\n'))
        {
            if (file[range].TrimStart(" \t"u8).StartsWith("date"u8))
                return line;
            line++;
        }

        return 1;
    }
}
