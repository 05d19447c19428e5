using System.Collections.Immutable;
using BotDigest.Formatting.Problems;

namespace BotDigest.Formatting.Issues;

/// <summary>What came of reading a file: an issue, its problems, or both.</summary>
/// <param name="Issue">The issue; null where an error left nothing to publish.</param>
/// <param name="Problems">All problems, by line and column.</param>
public sealed record ParseResult(Issue? Issue, ImmutableArray<Problem> Problems)
{
    /// <summary>True where the issue must not be published.</summary>
    public bool HasErrors => Issue is null || Problems.Any(p => p.Severity == Severity.Error);
}
