namespace BotDigest.Bot.Cli;

/// <summary>What every verb works with.</summary>
/// <param name="Settings">Settings given on the command line.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Problems and progress.</param>
internal sealed record VerbContext(string[] Settings, TextWriter Out, TextWriter Error)
{
    /// <summary>Builds the parts of the service without starting it.</summary>
    internal WebApplication BuildParts() => BotDigestHost.Build(Settings, forRun: false, builder =>
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).AddFilter(level => level >= LogLevel.Warning);
    });
}
