using System.CommandLine;

namespace BotDigest.Bot.Cli;

/// <summary><c>doctor</c>: what keeps the bot from working, a line a check, with the remedy.</summary>
internal static class DoctorVerb
{
    internal static Command Create(VerbContext context)
    {
        var command = new Command("doctor", "Checks database, folder, clock, token, channel rights and webhook; exit 1 when one fails.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = context.BuildParts();
            var doctor = ActivatorUtilities.CreateInstance<Doctor>(app.Services);
            var failed = false;
            await foreach (var finding in doctor.CheckAsync(cancellationToken))
            {
                failed |= !finding.IsWell;
                await context.Out.WriteLineAsync($"{(finding.IsWell ? "ok  " : "FAIL")} {finding.Subject}: {finding.Text}".AsMemory(), cancellationToken);
            }

            return failed ? ExitCode.Content : ExitCode.Fine;
        });
        return command;
    }
}
