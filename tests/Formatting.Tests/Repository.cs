namespace BotDigest.Formatting.Tests;

/// <summary>Where the repository lies.</summary>
internal static class Repository
{
    /// <summary>Its root: the folder of the solution.</summary>
    internal static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BotDigest.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("BotDigest.sln is in no folder above the tests.");
        }
    }
}
