using System.Collections.Immutable;
using BotDigest.Formatting.Problems;

namespace BotDigest.Bot.Issues;

/// <summary>What reading a file came to.</summary>
/// <param name="File">The file, as the settings name its folder.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Date">The issue's date, where it could be taken in.</param>
/// <param name="Note">What else the editors should know.</param>
internal sealed record ImportReport(string File, ImmutableArray<Problem> Problems, DateOnly? Date, ImportNote Note = ImportNote.None)
{
    /// <summary>True where the file is not taken in.</summary>
    public bool IsRefused => Date is null;

    /// <summary>True where the file could not be read, and may be readable soon without having changed.</summary>
    public bool IsUnread => Problems.Any(p => p.Code == ProblemKinds.Unreadable.Code);
}

/// <summary>What editors should know of an issue that was taken in.</summary>
internal enum ImportNote
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It came too late and is only indexed.</summary>
    Late,

    /// <summary>It is on the channel and a draft now: the channel keeps what it shows.</summary>
    DraftOfPublished,
}
