using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Cli;

/// <summary>What every verb works with.</summary>
/// <param name="Settings">Settings given on the command line.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Problems and progress.</param>
/// <param name="Time">Tells verbs that build no parts what day it is.</param>
internal sealed record VerbContext(string[] Settings, TextWriter Out, TextWriter Error, TimeProvider Time)
{
    /// <summary>Builds the parts of the service without starting it.</summary>
    internal WebApplication BuildParts() => BotDigestHost.Build(Settings, forRun: false, builder =>
    {
        builder.Logging.ClearProviders();

        // standard output is the verb's own; so are the problems of a file
        builder.Logging.AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddFilter(level => level >= LogLevel.Warning)
            .AddFilter("BotDigest.Bot.Issues", LogLevel.None);
    });

    /// <summary>Builds the parts, on a database that is up to date.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    internal async Task<WebApplication> OpenAsync(CancellationToken cancellationToken)
    {
        var app = BuildParts();
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        return app;
    }
}
