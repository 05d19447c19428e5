using System.Collections.Immutable;
using BotDigest.Formatting.Text;

namespace BotDigest.Bot.Storage;

/// <summary>An indexed issue, without its stories.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Date">The date it is known by.</param>
/// <param name="Title">Its title.</param>
/// <param name="Category">Its category, or null.</param>
/// <param name="File">The file that it was last read from, by name.</param>
/// <param name="Listed">True where subscribers may see it.</param>
/// <param name="Summary">The summary's entries.</param>
/// <param name="StoryCount">How many stories it has.</param>
/// <param name="HeadPost">The channel's message with its head, or null.</param>
/// <param name="Fingerprint">Of its parsed content.</param>
internal sealed record IssueSummary(
    long Id,
    DateOnly Date,
    string Title,
    string? Category,
    string File,
    bool Listed,
    ImmutableArray<FormattedText> Summary,
    int StoryCount,
    int? HeadPost,
    string Fingerprint);
