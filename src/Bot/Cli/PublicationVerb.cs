using System.CommandLine;
using System.Globalization;
using BotDigest.Bot.Publishing;
using BotDigest.Bot.Storage;

namespace BotDigest.Bot.Cli;

/// <summary><c>publish</c>, <c>retract</c>, <c>republish</c> and <c>adopt</c>: an issue by hand. A running service does the work; without one it is done here.</summary>
internal static class PublicationVerb
{
    internal static IEnumerable<Command> CreateAll(VerbContext context) =>
    [
        Create(context, PublicationVerbs.Publish, "Publishes an issue now, whatever its hour.", (commands, date, stop) => commands.PublishAsync(date, stop)),
        Create(context, PublicationVerbs.Retract, "Takes an issue back from the channel.", (commands, date, stop) => commands.RetractAsync(date, stop)),
        Create(context, PublicationVerbs.Republish, "Composes an issue anew with the settings of today and brings the channel to it.", (commands, date, stop) => commands.RepublishAsync(date, stop)),
        Adopt(context),
    ];

    private static Command Create(VerbContext context, string name, string description, Func<PublicationCommands, DateOnly, CancellationToken, Task<RequestAnswer>> act)
    {
        var date = DateArgument();
        var command = new Command(name, description) { date };
        command.SetAction((parsed, cancellationToken) => RunAsync(context, commands => act(commands, parsed.GetRequiredValue(date), cancellationToken), cancellationToken));
        return command;
    }

    private static Command Adopt(VerbContext context)
    {
        var date = DateArgument();
        var ids = new Argument<int[]>("id") { Description = "The numbers of its messages on the channel, in order.", Arity = ArgumentArity.OneOrMore };
        var command = new Command(PublicationVerbs.Adopt, "Tells the ledger that an issue is on the channel already, as these messages.") { date, ids };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(context, commands => commands.AdoptAsync(parsed.GetRequiredValue(date), parsed.GetRequiredValue(ids), cancellationToken), cancellationToken));
        return command;
    }

    /// <summary>The date of an issue.</summary>
    internal static Argument<DateOnly> DateArgument() => new("date")
    {
        Description = "The issue's date, YYYY-MM-DD.",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
            result.AddError($"'{result.Tokens[0].Value}' is no date. Write YYYY-MM-DD, for example 2026-01-15.");
            return default;
        },
    };

    private static async Task<int> RunAsync(VerbContext context, Func<PublicationCommands, Task<RequestAnswer>> act, CancellationToken cancellationToken)
    {
        await using var app = await context.OpenAsync(cancellationToken);
        var answer = await act(app.Services.GetRequiredService<PublicationCommands>());
        await (answer.Failed ? context.Error : context.Out).WriteLineAsync(answer.Text.AsMemory(), cancellationToken);
        return answer.Failed ? ExitCode.Content : ExitCode.Fine;
    }
}
