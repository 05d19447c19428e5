using System.CommandLine;
using BotDigest.Bot.Publishing;

namespace BotDigest.Bot.Cli;

/// <summary><c>verify</c>: compares file, ledger and channel, and mends what differs where that is asked for.</summary>
internal static class VerifyVerb
{
    internal static Command Create(VerbContext context)
    {
        var date = PublicationVerb.DateArgument();
        date.Arity = ArgumentArity.ZeroOrOne;
        date.Description = "The issue's date, YYYY-MM-DD; every issue without it.";
        var repair = new Option<bool>("--repair") { Description = "Mends what differs, and says what was done." };
        var command = new Command(PublicationVerbs.Verify, "Compares file, ledger and channel: text, formatting and links; keyboards and previews cannot be read back. Ends with 1 where they differ.") { date, repair };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            DateOnly? chosen = parsed.GetResult(date) is { Tokens.Count: > 0 } ? parsed.GetValue(date) : null;
            await using var app = await context.OpenAsync(cancellationToken);
            var answer = await app.Services.GetRequiredService<PublicationCommands>().VerifyAsync(chosen, parsed.GetValue(repair), cancellationToken);
            await context.Out.WriteLineAsync(answer.Text.AsMemory(), cancellationToken);
            return answer.Failed ? ExitCode.Content : ExitCode.Fine;
        });
        return command;
    }
}
