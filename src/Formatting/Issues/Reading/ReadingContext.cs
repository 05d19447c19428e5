using BotDigest.Formatting.Problems;
using Markdig.Syntax;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>What the readers of one text share.</summary>
/// <param name="problems">Where problems go.</param>
/// <param name="bodyOffset">The offset of the Markdown within the file.</param>
internal sealed class ReadingContext(ProblemList problems, int bodyOffset)
{
    /// <summary>The one writer that the readers use in turn.</summary>
    internal FormattedTextWriter Writer { get; } = new();

    internal void Report(ProblemKind kind, MarkdownObject node, params ReadOnlySpan<string> arguments) =>
        problems.Add(kind, bodyOffset + Math.Max(0, node.Span.Start), arguments);

    internal void Report(ProblemKind kind, int bodyPosition, params ReadOnlySpan<string> arguments) =>
        problems.Add(kind, bodyOffset + bodyPosition, arguments);

    /// <summary>The line of a node in the file, from 1.</summary>
    internal int LineOf(MarkdownObject node) => problems.Source.At(bodyOffset + Math.Max(0, node.Span.Start)).Line;
}
