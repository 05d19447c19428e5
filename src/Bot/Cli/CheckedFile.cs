using System.Collections.Immutable;
using BotDigest.Bot.Issues;
using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Problems;
using BotDigest.Formatting.Vocabularies.Candidates;

namespace BotDigest.Bot.Cli;

/// <summary>A file that <c>check</c> has read, and what of it matters to the others.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Problems">What is wrong with it by itself.</param>
/// <param name="Date">The issue's date; null where there is no issue.</param>
/// <param name="DateLine">The line of the date.</param>
/// <param name="IsDraft">True where others may tell its stories.</param>
/// <param name="Stories">The stories, without their texts; none of a retracted issue.</param>
internal sealed record CheckedFile(string Path, ImmutableArray<Problem> Problems, DateOnly? Date, int DateLine, bool IsDraft, ImmutableArray<Story> Stories)
{
    /// <summary>The whole issue, where it was asked for and is not retracted.</summary>
    internal IssueSource? Source { get; private init; }

    /// <summary>Reads an entry of a folder.</summary>
    /// <param name="parser">The parser.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="today">The present date.</param>
    /// <param name="keepsSource">True where the whole issue will be wanted.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Null where the entry has gone meanwhile.</returns>
    internal static async Task<CheckedFile?> ReadAsync(IssueParser parser, FolderEntry entry, DateOnly today, bool keepsSource, CancellationToken cancellationToken)
    {
        if (await IssueFile.ReadAsync(entry, cancellationToken) is not { } file)
            return null;
        if (file.Problem is { } obstacle)
            return new CheckedFile(entry.Path, [obstacle], null, 1, false, []);
        var (issue, problems) = parser.Parse(file.Content.AsSpan(), entry.Name, today);
        if (issue is null)
            return new CheckedFile(entry.Path, problems, null, 1, false, []);
        return new CheckedFile(entry.Path, problems, issue.Date, Issues.DateLine.Of(file.Content.AsSpan()), issue.Draft, issue.Retracted ? [] : [.. issue.Stories.Select(s => s with { Blocks = [] })])
        {
            Source = keepsSource && !issue.Retracted ? new IssueSource(issue, file.Content) : null,
        };
    }
}
