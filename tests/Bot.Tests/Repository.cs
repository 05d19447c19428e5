namespace BotDigest.Bot.Tests;

/// <summary>The repository that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>BotDigest.sln</c>.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests do not run inside the repository.")
        : File.Exists(Path.Combine(folder.FullName, "BotDigest.sln")) ? folder.FullName
        : Find(folder.Parent);
}
