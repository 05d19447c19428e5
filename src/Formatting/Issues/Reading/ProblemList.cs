using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues.Reading;

/// <summary>The problems found so far in a text.</summary>
internal sealed class ProblemList(SourceText source)
{
    /// <summary>Nobody mends more at once; errors are always kept.</summary>
    private const int MostWarnings = 200;

    private readonly List<Problem> _problems = [];
    private int _unlisted;

    internal SourceText Source { get; } = source;

    internal void Add(ProblemKind kind, int offset, params ReadOnlySpan<string> arguments)
    {
        if (IsFull(kind.Severity))
        {
            _unlisted++;
            return;
        }

        var (line, column) = Source.At(offset);
        Add(kind.At(line, column, arguments));
    }

    internal void Add(Problem problem)
    {
        if (IsFull(problem.Severity))
            _unlisted++;
        else
            _problems.Add(problem);
    }

    private bool IsFull(Severity severity) => severity == Severity.Warning && _problems.Count >= MostWarnings;

    internal bool Has(ProblemKind kind) => _problems.Exists(p => p.Code == kind.Code);

    /// <summary>All of them by line and column, those of one place in the order in which they were found; at the end, how many more there are.</summary>
    internal ImmutableArray<Problem> ToImmutable()
    {
        if (_problems.Count == 0)
            return [];
        var sorted = _problems.OrderBy(p => p.Line).ThenBy(p => p.Column).ToList();
        if (_unlisted > 0)
            sorted.Add(ProblemKinds.MoreProblems.At(sorted[^1].Line, sorted[^1].Column, _unlisted.ToString(CultureInfo.InvariantCulture)));
        return [.. sorted];
    }
}
