namespace BotDigest.Bot.Cli;

/// <summary>What the program ends with (docs/operating.md).</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    internal const int Fine = 0;

    /// <summary>Problems in the content.</summary>
    internal const int Content = 1;

    /// <summary>Wrong usage or configuration.</summary>
    internal const int Usage = 2;

    /// <summary>The database cannot be used.</summary>
    internal const int Storage = 3;

    /// <summary>Telegram refused the token.</summary>
    internal const int Refused = 4;
}
