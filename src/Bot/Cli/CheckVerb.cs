using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using BotDigest.Bot.Issues;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Cli;

/// <summary><c>check PATH…</c>: validates issues, each by itself and beside the others.</summary>
internal static class CheckVerb
{
    internal static Command Create(VerbContext context)
    {
        var paths = new Argument<string[]>("path") { Description = "Issue files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How problems are printed.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "github");
        var names = new Option<bool>("--names") { Description = "Prints names as well that stories mention and the vocabulary does not know." };
        var command = new Command("check", "Validates issues: a line a problem; exit 1 when there are errors.") { paths, format, names };
        command.SetAction((parsed, cancellationToken) =>
            CheckAsync(context, parsed.GetRequiredValue(paths), ProblemFormat.Of(parsed.GetRequiredValue(format)), parsed.GetValue(names), cancellationToken));
        return command;
    }

    private static async Task<int> CheckAsync(VerbContext context, string[] paths, ProblemFormat format, bool withNames, CancellationToken cancellationToken)
    {
        var parser = new IssueParser();
        var today = DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime);
        var found = ImmutableArray.CreateBuilder<CheckedFile>();
        foreach (var entry in IssueFiles.FindEntries(paths).DistinctBy(e => Path.GetFullPath(e.Path), StringComparer.Ordinal))
        {
            if (await CheckedFile.ReadAsync(parser, entry, today, withNames, cancellationToken) is { } file)
                found.Add(file);
        }

        var files = found.ToImmutable();
        var failed = false;
        foreach (var (file, problems) in CheckedFolder.ProblemsOf(files))
        {
            foreach (var problem in problems)
            {
                failed |= problem.Severity == Severity.Error;
                await context.Out.WriteLineAsync(format.Line(file.Path, problem, CultureInfo.CurrentUICulture).AsMemory(), cancellationToken);
            }
        }

        if (withNames)
        {
            foreach (var row in UnknownNames.Find(files, () => OfService(context)))
                await context.Out.WriteLineAsync(format.Line(row).AsMemory(), cancellationToken);
        }

        return failed ? ExitCode.Content : ExitCode.Fine;
    }

    private static Vocabulary OfService(VerbContext context)
    {
        using var app = context.BuildParts();
        return app.Services.GetRequiredService<VocabularyFile>().Read().Vocabulary;
    }
}
