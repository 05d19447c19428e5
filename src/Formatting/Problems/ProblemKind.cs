namespace BotDigest.Formatting.Problems;

/// <summary>A kind of problem: its stable code and how grave it always is.</summary>
/// <param name="Code">The code, for example <c>FM003</c>.</param>
/// <param name="Severity">How grave it is.</param>
public sealed record ProblemKind(string Code, Severity Severity)
{
    /// <summary>A problem of this kind at its place.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1, in UTF-16 code units.</param>
    /// <param name="arguments">What the message is filled in with.</param>
    public Problem At(int line, int column, params ReadOnlySpan<string> arguments) => new(Code, Severity, line, column, [.. arguments]);
}
