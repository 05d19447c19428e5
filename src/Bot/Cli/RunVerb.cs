using System.CommandLine;
using System.Runtime.ExceptionServices;
using BotDigest.Bot.Rehearsals;
using BotDigest.Bot.Sending;

namespace BotDigest.Bot.Cli;

/// <summary><c>run</c>: the service itself, until it is told to stop.</summary>
internal static class RunVerb
{
    internal static Command Create(VerbContext context)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Logs what it would send, and sends nothing." };
        var command = new Command("run", "Watches the folder, publishes and answers, until it is told to stop. This is the default.") { dryRun };
        command.SetAction((parsed, cancellationToken) => RunAsync(context, parsed.GetValue(dryRun), cancellationToken));
        return command;
    }

    /// <summary>Runs the service.</summary>
    /// <param name="context">Settings and streams.</param>
    /// <param name="dryRun">True to log instead of sending.</param>
    /// <param name="cancellationToken">Stops the service.</param>
    internal static async Task<int> RunAsync(VerbContext context, bool dryRun, CancellationToken cancellationToken)
    {
        // The host would log a fault of a service with its stack; the fault is rethrown below and told in one line.
        await using var app = BotDigestHost.Build(context.Settings, forRun: true, builder =>
        {
            builder.Services.AddSingleton(new RunMode { DryRun = dryRun });
            if (!dryRun)
                builder.Services.AddRehearsal();
            builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        });
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // told to stop before it had begun
            return ExitCode.Fine;
        }

        await app.WaitForShutdownAsync(cancellationToken);
        Rethrow(app.Services.GetServices<IHostedService>());
        return ExitCode.Fine;
    }

    private static void Rethrow(IEnumerable<IHostedService> services)
    {
        foreach (var service in services.OfType<BackgroundService>())
        {
            if (service.ExecuteTask is { IsFaulted: true, Exception.InnerException: { } fault })
                ExceptionDispatchInfo.Throw(fault);
        }
    }
}
