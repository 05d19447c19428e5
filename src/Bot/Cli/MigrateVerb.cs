using System.CommandLine;
using System.Globalization;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Cli;

/// <summary><c>migrate</c>: brings the database to the shape that this program knows.</summary>
internal static class MigrateVerb
{
    internal static Command Create(VerbContext context)
    {
        var command = new Command("migrate", "Brings the database to the shape that this program knows; `run` does so by itself.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = context.BuildParts();
            var migrator = app.Services.GetRequiredService<Migrator>();
            var pending = await migrator.PendingAsync(cancellationToken);
            await migrator.MigrateAsync(cancellationToken);
            await context.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{pending.Count} steps taken; the database is up to date.").AsMemory(), cancellationToken);
            return ExitCode.Fine;
        });
        return command;
    }
}
