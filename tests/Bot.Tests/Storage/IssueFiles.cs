using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Vocabularies;

namespace BotDigest.Bot.Tests.Storage;

/// <summary>Issues as files: the project's samples, and the real ones that lie beside the repository on the machines that have them.</summary>
internal static class IssueFiles
{
    internal const string NoRealIssues = "the real issues are not on this machine: ../shared/posts";

    /// <summary>The sample issues.</summary>
    internal static IEnumerable<Issue> Samples => Read(Path.Combine(Root, "posts"));

    /// <summary>The samples' vocabulary.</summary>
    internal static Vocabulary Vocabulary => Vocabulary.Parse(File.ReadAllText(Path.Combine(Root, "posts", "_vocabulary.yaml"))).Vocabulary;

    /// <summary>The folder of the real issues, or null.</summary>
    internal static string? RealFolder => Path.GetFullPath(Path.Combine(Root, "..", "shared", "posts")) is var folder && Directory.Exists(folder) ? folder : null;

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "BotDigest.sln")))
                folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
            return folder.FullName;
        }
    }

    /// <summary>The issues of a folder that can be read without an error.</summary>
    internal static IEnumerable<Issue> Read(string folder)
    {
        var parser = new IssueParser();
        return Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)
            .Where(f => !Path.GetFileName(f).StartsWith('_'))
            .Select(f => parser.Parse(File.ReadAllBytes(f), Path.GetFileName(f)).Issue)
            .OfType<Issue>();
    }
}
