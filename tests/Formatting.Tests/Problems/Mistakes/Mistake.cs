namespace BotDigest.Formatting.Tests.Problems.Mistakes;

/// <summary>A mistake that editors make.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Codes">The codes of which one must be reported.</param>
/// <param name="Make">Makes it in a file, somewhere; null where the file has no place for it.</param>
public sealed record Mistake(string Name, string[] Codes, Func<IssueLines, MadeMistake?> Make)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A file with a mistake.</summary>
/// <param name="Text">The file.</param>
/// <param name="Line">The line at which the mistake is to be reported, from 1.</param>
public sealed record MadeMistake(string Text, int Line);
