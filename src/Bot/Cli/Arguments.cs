namespace BotDigest.Bot.Cli;

/// <summary>The command line, parted into a verb's own words and settings (<c>--Section:Key=value</c>, <c>--Section:Key value</c>, <c>--Urls=…</c>).</summary>
/// <param name="Words">What the verb reads.</param>
/// <param name="Settings">What the configuration reads.</param>
internal sealed record Arguments(string[] Words, string[] Settings)
{
    /// <summary>Parts a command line.</summary>
    /// <param name="args">The words as given.</param>
    internal static Arguments Part(string[] args)
    {
        List<string> words = [], settings = [];
        for (var i = 0; i < args.Length; i++)
        {
            if (!IsSetting(args[i]))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (!args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length)
                settings.Add(args[++i]);
        }

        return new Arguments([.. words], [.. settings]);
    }

    private static bool IsSetting(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal))
            return false;
        var name = word.AsSpan(2);
        var end = name.IndexOf('=');
        if (end >= 0)
            name = name[..end];
        return name.Contains(':') || name.Equals("urls", StringComparison.OrdinalIgnoreCase);
    }
}
