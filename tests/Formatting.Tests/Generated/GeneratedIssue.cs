namespace BotDigest.Formatting.Tests.Generated;

/// <summary>An issue that a generator made.</summary>
/// <param name="FileName">The name of its file.</param>
/// <param name="Markdown">The text of its file.</param>
/// <param name="Title">The title in its front matter.</param>
/// <param name="Summary">The entries of its summary.</param>
internal sealed record GeneratedIssue(string FileName, string Markdown, string Title, IReadOnlyList<string> Summary);
