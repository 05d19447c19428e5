namespace BotDigest.Formatting.Tests;

/// <summary>The sample issues of <c>posts/</c>.</summary>
internal static class SampleIssues
{
    internal static IReadOnlyList<byte[]> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "posts"), "2*.md").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}
