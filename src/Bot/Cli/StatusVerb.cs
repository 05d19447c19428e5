using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using BotDigest.Bot.Publishing;
using Spectre.Console;

namespace BotDigest.Bot.Cli;

/// <summary><c>status</c>: publications and their deliveries.</summary>
internal static class StatusVerb
{
    internal static Command Create(VerbContext context)
    {
        var json = new Option<bool>("--json") { Description = "Prints one JSON object." };
        var command = new Command("status", "Prints what is on the channel, what is to come, and what is in the way.") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = await context.OpenAsync(cancellationToken);
            var report = await app.Services.GetRequiredService<PublicationStatus>().ReadAsync(cancellationToken);
            if (parsed.GetValue(json))
                await context.Out.WriteLineAsync(JsonSerializer.Serialize(report, CliJson.Readable.StatusReport).AsMemory(), cancellationToken);
            else
                Show(report, context.Out);
            return ExitCode.Fine;
        });
        return command;
    }

    private static void Show(StatusReport report, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("date", "state", "due (UTC)", "messages", "file");
        foreach (var issue in report.Issues)
        {
            var sent = issue.Messages.Count(m => m.Id is not null);
            table.AddRow(
                issue.Date,
                Markup.Escape(issue.Error is { } error ? $"{issue.State}: {error}" : issue.State),
                issue.DueAt ?? "–",
                string.Create(CultureInfo.InvariantCulture, $"{sent}/{issue.Messages.Length}"),
                Markup.Escape(issue.File));
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }).Write(table);
    }
}
