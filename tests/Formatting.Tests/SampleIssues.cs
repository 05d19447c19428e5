namespace BotDigest.Formatting.Tests;

/// <summary>The sample issues of <c>posts/</c>.</summary>
internal static class SampleIssues
{
    internal static IReadOnlyList<byte[]> All { get; } = [.. Directory.EnumerateFiles(Folder(), "2*.md").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BotDigest.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return Path.Combine(folder.FullName, "posts");
    }
}
