using System.Collections.Immutable;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>The problems found so far in a text.</summary>
internal sealed class ProblemList(SourceText source)
{
    private readonly List<Problem> _problems = [];

    internal SourceText Source { get; } = source;

    internal bool HasErrors { get; private set; }

    internal void Add(ProblemKind kind, int offset, params ReadOnlySpan<string> arguments)
    {
        var (line, column) = Source.At(offset);
        Add(kind.At(line, column, arguments));
    }

    internal void Add(Problem problem)
    {
        HasErrors |= problem.Severity == Severity.Error;
        _problems.Add(problem);
    }

    internal bool Has(ProblemKind kind) => _problems.Exists(p => p.Code == kind.Code);

    /// <summary>All of them by line and column; those of one place in the order in which they were found.</summary>
    internal ImmutableArray<Problem> ToImmutable() =>
        _problems.Count == 0 ? [] : [.. _problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];
}
