using System.Globalization;
using System.Text.Json;
using BotDigest.Formatting.Problems;

namespace BotDigest.Bot.Cli;

/// <summary>How <c>check</c> prints a problem, or a name.</summary>
internal abstract class ProblemFormat
{
    /// <summary>The format of a name: <c>text</c>, <c>json</c> or <c>github</c>.</summary>
    /// <param name="name">The name.</param>
    internal static ProblemFormat Of(string name) => name switch
    {
        "json" => new Json(),
        "github" => new GitHub(),
        _ => new Text(),
    };

    /// <summary>One problem as one line.</summary>
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="culture">The language of message and remedy.</param>
    internal abstract string Line(string path, Problem problem, CultureInfo culture);

    /// <summary>One name as one line.</summary>
    /// <param name="row">The name.</param>
    internal abstract string Line(NameRow row);

    private static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";

    /// <summary><c>path:line:col: error|warning CODE message (what to do)</c>.</summary>
    internal sealed class Text : ProblemFormat
    {
        /// <inheritdoc/>
        internal override string Line(string path, Problem problem, CultureInfo culture) => string.Create(
            CultureInfo.InvariantCulture,
            $"{path}:{problem.Line}:{problem.Column}: {Word(problem.Severity)} {problem.Code} {problem.Message(culture)} ({problem.Remedy(culture)})");

        /// <inheritdoc/>
        internal override string Line(NameRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Path}:{row.Line}:{row.Column}: {row.Text}");
    }

    /// <summary>A JSON object a line, for editors.</summary>
    internal sealed class Json : ProblemFormat
    {
        /// <inheritdoc/>
        internal override string Line(string path, Problem problem, CultureInfo culture) => JsonSerializer.Serialize(
            new ProblemRow(path, problem.Line, problem.Column, Word(problem.Severity), problem.Code, problem.Message(culture), problem.Remedy(culture)),
            CliJson.Readable.ProblemRow);

        /// <inheritdoc/>
        internal override string Line(NameRow row) => JsonSerializer.Serialize(row, CliJson.Readable.NameRow);
    }

    /// <summary>A workflow command a line, for annotations in pipelines.</summary>
    internal sealed class GitHub : ProblemFormat
    {
        /// <inheritdoc/>
        internal override string Line(string path, Problem problem, CultureInfo culture) => string.Create(
            CultureInfo.InvariantCulture,
            $"::{Word(problem.Severity)} file={Property(path)},line={problem.Line},col={problem.Column},title={problem.Code}::{Data($"{problem.Message(culture)} ({problem.Remedy(culture)})")}");

        /// <inheritdoc/>
        internal override string Line(NameRow row) => string.Create(
            CultureInfo.InvariantCulture,
            $"::notice file={Property(row.Path)},line={row.Line},col={row.Column}::{Data(row.Text)}");

        private static string Data(string text) =>
            text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

        private static string Property(string text) =>
            Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
    }
}

/// <summary>A problem as <c>check --format json</c> prints it.</summary>
internal sealed record ProblemRow(string Path, int Line, int Column, string Severity, string Code, string Message, string Remedy);
