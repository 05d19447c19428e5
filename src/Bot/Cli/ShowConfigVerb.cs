using System.CommandLine;
using BotDigest.Bot.Settings;

namespace BotDigest.Bot.Cli;

/// <summary><c>show-config</c>: what the program would really use, secrets masked.</summary>
internal static class ShowConfigVerb
{
    internal static Command Create(VerbContext context)
    {
        var command = new Command("show-config", "Prints every setting as it is in force; secrets are masked.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = context.BuildParts();
            foreach (var line in SettingsServices.Effective(app.Configuration))
                await context.Out.WriteLineAsync(line.AsMemory(), cancellationToken);
            return ExitCode.Fine;
        });
        return command;
    }
}
