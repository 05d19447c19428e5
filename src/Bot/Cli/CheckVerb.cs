using System.CommandLine;
using System.Globalization;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Cli;

/// <summary><c>check PATH…</c>: validates issues.</summary>
internal static class CheckVerb
{
    internal static Command Create(VerbContext context)
    {
        var paths = new Argument<string[]>("path") { Description = "Issue files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How problems are printed.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "github");
        var command = new Command("check", "Validates issues: a line a problem; exit 1 when there are errors.") { paths, format };
        command.SetAction((parsed, cancellationToken) =>
            CheckAsync(context, parsed.GetRequiredValue(paths), ProblemFormat.Of(parsed.GetRequiredValue(format)), cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(VerbContext context, string[] paths, ProblemFormat format, CancellationToken cancellationToken)
    {
        var parser = new IssueParser();
        var failed = false;
        foreach (var file in IssueFiles.Find(paths))
        {
            var result = await IssueFiles.ParseAsync(parser, file, cancellationToken);
            failed |= result.HasErrors;
            foreach (var problem in result.Problems)
                await context.Out.WriteLineAsync(format.Line(file, problem, CultureInfo.CurrentUICulture).AsMemory(), cancellationToken);
        }

        return failed ? ExitCode.Content : ExitCode.Fine;
    }
}
