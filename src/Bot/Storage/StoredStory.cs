using System.Collections.Immutable;

namespace BotDigest.Bot.Storage;

/// <summary>A story as the index has it.</summary>
/// <param name="Id">Its row; kept when the issue is edited.</param>
/// <param name="Key">Its address (<c>s_…</c>), which survives edits.</param>
/// <param name="IssueId">The issue's row.</param>
/// <param name="Date">The issue's date.</param>
/// <param name="Position">Its place within the issue, from 0.</param>
/// <param name="Section">The section's heading; empty before the first one.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Url">The source, or null.</param>
/// <param name="Text">The text without the headline, a line a block.</param>
/// <param name="Tags">The names of its tags.</param>
/// <param name="Post">The channel's message that it begins in, or null.</param>
internal sealed record StoredStory(
    long Id,
    string Key,
    long IssueId,
    DateOnly Date,
    int Position,
    string Section,
    string Headline,
    string? Url,
    string Text,
    ImmutableArray<string> Tags,
    int? Post);
