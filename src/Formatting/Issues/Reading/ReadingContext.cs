using BotDigest.Formatting.Problems;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>What the readers of one text share.</summary>
/// <param name="problems">Where problems go.</param>
/// <param name="bodyOffset">The offset of the Markdown within the file.</param>
/// <param name="writer">The one writer that the readers use in turn.</param>
/// <param name="isQuoted">True for Markdown in a value of the front matter: its problems all stand where the value does.</param>
internal sealed class ReadingContext(ProblemList problems, int bodyOffset, FormattedTextWriter writer, bool isQuoted = false)
{
    private readonly int _firstLine = problems.Source.At(bodyOffset).Line;

    /// <summary>The one writer that the readers use in turn.</summary>
    internal FormattedTextWriter Writer { get; } = writer;

    internal void Report(ProblemKind kind, MarkdownObject node, params ReadOnlySpan<string> arguments) =>
        Report(kind, Math.Max(0, node.Span.Start), arguments);

    internal void Report(ProblemKind kind, int bodyPosition, params ReadOnlySpan<string> arguments) =>
        problems.Add(kind, isQuoted ? bodyOffset : bodyOffset + bodyPosition, arguments);

    /// <summary>The rest of the file's line from a place on.</summary>
    internal ReadOnlySpan<char> RestOfLine(int bodyPosition)
    {
        if (isQuoted)
            return [];
        var rest = problems.Source.Text.AsSpan(Math.Min(bodyOffset + bodyPosition, problems.Source.Text.Length));
        var end = rest.IndexOfAny('\r', '\n');
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>The file's line up to a place.</summary>
    internal ReadOnlySpan<char> LineUpTo(int bodyPosition)
    {
        var before = problems.Source.Text.AsSpan(0, Math.Min(bodyOffset + bodyPosition, problems.Source.Text.Length));
        return before[(before.LastIndexOfAny('\r', '\n') + 1)..];
    }

    /// <summary>The line of a node in the file, from 1.</summary>
    internal int LineOf(MarkdownObject node) => _firstLine + node.Line;

    /// <summary>The column of a node in the file, from 1.</summary>
    internal int ColumnOf(MarkdownObject node) => problems.Source.ColumnOf(isQuoted ? bodyOffset : bodyOffset + node.Span.Start);
}
