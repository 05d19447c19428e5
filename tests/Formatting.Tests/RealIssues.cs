namespace BotDigest.Formatting.Tests;

/// <summary>The real issues, which lie beside the repository on the machines that have them.</summary>
internal static class RealIssues
{
    internal const string Missing = "the real issues are not on this machine: ../shared/posts";

    internal static string? Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "BotDigest.sln")))
                    return Directory.Exists(Path.Combine(folder.FullName, "../shared/posts")) ? Path.GetFullPath(Path.Combine(folder.FullName, "../shared/posts")) : null;
            }

            return null;
        }
    }

    internal static bool Exist => Folder is not null;

    internal static byte[] Read(string name)
    {
        Assert.SkipUnless(Exist, Missing);
        return File.ReadAllBytes(Path.Combine(Folder!, name));
    }
}
