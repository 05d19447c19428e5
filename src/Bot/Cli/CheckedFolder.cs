using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Problems;

namespace BotDigest.Bot.Cli;

/// <summary>Problems that files have beside one another. Pure.</summary>
internal static class CheckedFolder
{
    /// <summary>The problems of each file, in the order of the files; those of one by line and column.</summary>
    /// <param name="files">The files.</param>
    internal static IEnumerable<(CheckedFile File, ImmutableArray<Problem> Problems)> ProblemsOf(ImmutableArray<CheckedFile> files)
    {
        var byDate = files.Where(f => f.Date is not null).OrderBy(f => f.Date).ThenBy(f => f.Path, StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            if (file.Date is { } date)
                yield return (file, [.. file.Problems.Concat(ProblemsBeside(file, date, byDate)).OrderBy(p => p.Line).ThenBy(p => p.Column)]);
            else
                yield return (file, file.Problems);
        }
    }

    private static IEnumerable<Problem> ProblemsBeside(CheckedFile file, DateOnly date, IReadOnlyList<CheckedFile> byDate)
    {
        var first = byDate.First(f => f.Date == date && FolderOf(f) == FolderOf(file));
        if (first != file)
            yield return ProblemKinds.DateTaken.At(file.DateLine, 1, Text(date), first.Path);
        var earlier = byDate.Where(f => !f.IsDraft && f.Date < date && f.Date >= date.AddDays(-StoryRepeats.Days)).SelectMany(StoriesOf);
        foreach (var problem in StoryRepeats.Find(date, file.Stories, earlier))
            yield return problem;
    }

    private static IEnumerable<EarlierStory> StoriesOf(CheckedFile file) => file.Stories.Select(s =>
        new EarlierStory(StoryKey.OfHeadline(s.Headline.Text), StoryKey.OfUrl(s.Url), file.Date!.Value, string.Create(CultureInfo.InvariantCulture, $"{file.Path}:{s.Line}"), s.Headline.Text));

    private static string? FolderOf(CheckedFile file) => Path.GetDirectoryName(Path.GetFullPath(file.Path));

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
