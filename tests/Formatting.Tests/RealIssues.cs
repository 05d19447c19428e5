namespace BotDigest.Formatting.Tests;

/// <summary>The real issues, which lie beside the repository on the machines that have them.</summary>
internal static class RealIssues
{
    internal const string Missing = "the real issues are not on this machine: ../shared/posts";

    internal static string Folder { get; } = Path.GetFullPath(Path.Combine(Repository.Root, "../shared/posts"));

    internal static byte[] Read(string name)
    {
        Assert.SkipUnless(Directory.Exists(Folder), Missing);
        return File.ReadAllBytes(Path.Combine(Folder, name));
    }
}
