namespace BotDigest.Formatting.Tests.Generated;

/// <summary>An issue that a generator made.</summary>
/// <param name="FileName">The name of its file.</param>
/// <param name="Markdown">The text of its file.</param>
/// <param name="Title">The title in its front matter.</param>
/// <param name="Summary">The entries of its summary.</param>
/// <param name="Headlines">The headlines of what was written as a story, in order.</param>
/// <param name="Labels">How many labelled parts its stories have.</param>
internal sealed record GeneratedIssue(string FileName, string Markdown, string Title, IReadOnlyList<string> Summary, IReadOnlyList<string> Headlines, int Labels);
