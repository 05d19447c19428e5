using System.Collections.Immutable;
using BotDigest.Bot.Issues;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Cli;

/// <summary>The issue files that a verb's paths name.</summary>
internal static class IssueFiles
{
    private static readonly EnumerationOptions TopLevel = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>Files in argument order; those of a folder (its top level, as the service watches it) by name, which is by date.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="FileNotFoundException">A path names nothing.</exception>
    internal static ImmutableArray<string> Find(IEnumerable<string> paths) => [.. FindEntries(paths).Select(e => e.Path).Where(File.Exists)];

    /// <summary>The same, with what the service would refuse to read: symbolic links, and folders that are named like an issue.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="FileNotFoundException">A path names nothing.</exception>
    internal static ImmutableArray<FolderEntry> FindEntries(IEnumerable<string> paths)
    {
        var entries = ImmutableArray.CreateBuilder<FolderEntry>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                entries.AddRange(new DirectoryInfo(path).EnumerateFileSystemInfos("*.md", TopLevel).Where(e => IssueFolder.IsIssueName(e.Name)).Select(e => Entry(Path.Combine(path, e.Name), e)).OrderBy(e => e.Path, StringComparer.Ordinal));
            else if (File.Exists(path))
                entries.Add(Entry(path, new FileInfo(path)));
            else
                throw new FileNotFoundException($"{path} does not exist.", path);
        }

        return entries.ToImmutable();
    }

    /// <summary>Reads and parses one file.</summary>
    /// <param name="parser">The parser.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal static async Task<ParseResult> ParseAsync(IssueParser parser, string path, CancellationToken cancellationToken) =>
        parser.Parse(await File.ReadAllBytesAsync(path, cancellationToken), Path.GetFileName(path));

    private static FolderEntry Entry(string path, FileSystemInfo file) =>
        new(path, file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? EntryKind.SymbolicLink : file is DirectoryInfo ? EntryKind.Directory : EntryKind.File);
}
