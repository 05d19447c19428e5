using System.Collections.Immutable;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>The problems found so far in a text.</summary>
internal sealed class ProblemList(SourceText source)
{
    /// <summary>Nobody mends more at once; errors are always kept.</summary>
    private const int MostWarnings = 200;

    private readonly List<Problem> _problems = [];

    internal SourceText Source { get; } = source;

    internal void Add(ProblemKind kind, int offset, params ReadOnlySpan<string> arguments)
    {
        if (IsFull(kind.Severity))
            return;
        var (line, column) = Source.At(offset);
        Add(kind.At(line, column, arguments));
    }

    internal void Add(Problem problem)
    {
        if (!IsFull(problem.Severity))
            _problems.Add(problem);
    }

    private bool IsFull(Severity severity) => severity == Severity.Warning && _problems.Count >= MostWarnings;

    internal bool Has(ProblemKind kind) => _problems.Exists(p => p.Code == kind.Code);

    /// <summary>All of them by line and column; those of one place in the order in which they were found.</summary>
    internal ImmutableArray<Problem> ToImmutable() =>
        _problems.Count == 0 ? [] : [.. _problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];
}
