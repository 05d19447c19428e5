using System.Text;

namespace BotDigest.Formatting.Tests.Problems;

/// <summary>A smallest file that raises a problem, and one that nearly does.</summary>
/// <param name="Code">The problem's code.</param>
/// <param name="File">The file that raises it.</param>
/// <param name="Line">The line at which it is reported.</param>
/// <param name="Column">The column, in UTF-16 code units.</param>
/// <param name="Quoted">What the message is filled in with, parted by <c>|</c>.</param>
/// <param name="NearMiss">A file that does not raise it.</param>
public sealed record ProblemRow(string Code, byte[] File, int Line, int Column, string Quoted, byte[] NearMiss)
{
    /// <summary>The files' name.</summary>
    public string? FileName { get; init; }

    internal static ProblemRow Of(string code, int line, int column, string quoted, string file, string nearMiss) =>
        new(code, Encoding.UTF8.GetBytes(file), line, column, quoted, Encoding.UTF8.GetBytes(nearMiss));

    /// <summary>Rows whose files differ below the front matter; the body begins in line 6.</summary>
    internal static ProblemRow Body(string code, int line, int column, string quoted, string body, string nearMiss) => Of(code, line, column, quoted, WithBody(body), WithBody(nearMiss));

    /// <summary>Rows whose files differ in the front matter, from line 4 on.</summary>
    internal static ProblemRow Front(string code, int line, int column, string quoted, string front, string nearMiss) => Of(code, line, column, quoted, WithFront(front), WithFront(nearMiss));

    private static string WithBody(string body) => "---\ntitle: 标题\ndate: 2026-02-03\n---\n\n" + body;

    private static string WithFront(string front) => $"---\ntitle: 标题\ndate: 2026-02-03\n{front}\n---\n\n## 节\n\n### 甲\n\n正文。\n";

    /// <inheritdoc/>
    public override string ToString() => Code;
}
