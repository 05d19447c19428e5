using System.Collections.Immutable;
using BotDigest.Formatting.Issues;

namespace BotDigest.Bot.Cli;

/// <summary>The issue files that a verb's paths name.</summary>
internal static class IssueFiles
{
    /// <summary>Files in argument order; those of a folder (its top level, as the service watches it) by name, which is by date.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <exception cref="FileNotFoundException">A path names nothing.</exception>
    internal static ImmutableArray<string> Find(IEnumerable<string> paths)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
                files.AddRange(Directory.EnumerateFiles(path, "*.md").Where(f => Path.GetFileName(f)[0] is not ('_' or '.')).Order(StringComparer.Ordinal));
            else if (File.Exists(path))
                files.Add(path);
            else
                throw new FileNotFoundException($"{path} does not exist.", path);
        }

        return files.ToImmutable();
    }

    /// <summary>Reads and parses one file.</summary>
    /// <param name="parser">The parser.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    internal static async Task<ParseResult> ParseAsync(IssueParser parser, string path, CancellationToken cancellationToken) =>
        parser.Parse(await File.ReadAllBytesAsync(path, cancellationToken), Path.GetFileName(path));
}
