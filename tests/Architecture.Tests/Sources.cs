using System.Text.RegularExpressions;

namespace BotDigest.Architecture;

/// <summary>A source file under <c>src</c>, by its path from the root of the repository.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().Count('\n');

    public string? Namespace => NamespaceLine().Match(Text) is { Success: true } line ? line.Groups["name"].Value : null;

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex NamespaceLine();
}

/// <summary>The repository that the tests were built from.</summary>
internal static class Sources
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> All { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    public static bool Exists(string path) => File.Exists(Path.Combine(Root, path));

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static SourceFile Read(string path) => new(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BotDigest.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return folder.FullName;
    }
}
