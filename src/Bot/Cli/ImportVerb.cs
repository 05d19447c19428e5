using System.CommandLine;
using System.Globalization;
using BotDigest.Bot.Publishing;
using Spectre.Console;

namespace BotDigest.Bot.Cli;

/// <summary><c>import PATH…</c>: indexes issues without publishing them.</summary>
internal static class ImportVerb
{
    internal static Command Create(VerbContext context)
    {
        var paths = new Argument<string[]>("path") { Description = "Issue files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("import", "Takes issues into the index without publishing them; prints how many.") { paths };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var files = IssueFiles.Find(parsed.GetRequiredValue(paths));
            await using var app = await context.OpenAsync(cancellationToken);
            var commands = app.Services.GetRequiredService<PublicationCommands>();
            var problems = new List<string>();
            var failed = 0;
            await AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) }).Progress().StartAsync(async progress =>
            {
                var bar = progress.AddTask("import", maxValue: files.Length);
                foreach (var file in files)
                {
                    var answer = await commands.ImportAsync(file, cancellationToken);
                    failed += answer.Failed ? 1 : 0;
                    if (answer.Text.Length > 0)
                        problems.Add(answer.Text);
                    bar.Increment(1);
                }
            });
            foreach (var problem in problems)
                await context.Error.WriteLineAsync(problem.AsMemory(), cancellationToken);
            await context.Out.WriteLineAsync((files.Length - failed).ToString(CultureInfo.InvariantCulture).AsMemory(), cancellationToken);
            return failed > 0 ? ExitCode.Content : ExitCode.Fine;
        });
        return command;
    }
}
