using System.CommandLine;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Cli;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>: the SQLite database as one file.</summary>
internal static class BackupVerb
{
    internal static IEnumerable<Command> CreateAll(VerbContext context) =>
    [
        Create(context, "backup", "Copies the database to a file, also while the service runs.", (backup, file, stop) => backup.BackupAsync(file, stop)),
        Create(context, "restore", "Puts a backup in the place of the database; the service must not run.", (backup, file, stop) => backup.RestoreAsync(file, stop)),
    ];

    private static Command Create(VerbContext context, string name, string description, Func<DatabaseBackup, string, CancellationToken, Task> act)
    {
        var file = new Argument<string>("file") { Description = "The backup." };
        var command = new Command(name, description) { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = context.BuildParts();
            var path = Path.GetFullPath(parsed.GetRequiredValue(file));
            await act(app.Services.GetRequiredService<DatabaseBackup>(), path, cancellationToken);
            await context.Out.WriteLineAsync(path.AsMemory(), cancellationToken);
            return ExitCode.Fine;
        });
        return command;
    }
}
