namespace BotDigest.Formatting.Tests.Problems;

/// <summary>A row of the tables of <c>docs/writing-an-issue.md</c>.</summary>
/// <param name="Code">The code.</param>
/// <param name="Grave">How grave it is said to be.</param>
/// <param name="What">What it is said to mean.</param>
/// <param name="Example">The example, words and code.</param>
public sealed record DocumentedProblem(string Code, string Grave, string What, string Example)
{
    internal static IReadOnlyList<DocumentedProblem> All { get; } =
    [
        .. from line in File.ReadLines(Path.Combine(Repository.Root, "docs/writing-an-issue.md"))
           where line.StartsWith("| ", StringComparison.Ordinal) && line.Contains(" | error | ", StringComparison.Ordinal) | line.Contains(" | warning | ", StringComparison.Ordinal)
           let cells = line.Split(" | ", 4)
           select new DocumentedProblem(cells[0][2..], cells[1], cells[2], cells[3][..^2]),
    ];

    /// <summary>The pieces of code of the example, a line each.</summary>
    internal IReadOnlyList<string> Lines => [.. Example.Split('`').Where((_, i) => i % 2 == 1)];

    /// <inheritdoc/>
    public override string ToString() => Code;
}
