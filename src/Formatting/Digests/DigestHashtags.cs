using BotDigest.Formatting.Issues;
using BotDigest.Formatting.Text;

namespace BotDigest.Formatting.Digests;

/// <summary>Chooses the hashtags of an issue: its category and tags.</summary>
internal static class DigestHashtags
{
    private const int MaxTags = 8;
    private const int MaxLength = 400;

    /// <summary>The hashtags on one line; empty where there are none.</summary>
    internal static string Choose(Issue issue)
    {
        var tags = new List<string>();
        Add(tags, issue.Category);
        foreach (var tag in issue.Tags)
            Add(tags, tag);
        return string.Join(' ', tags);
    }

    private static void Add(List<string> tags, string? name)
    {
        if (tags.Count < MaxTags && name is not null && Hashtag.Of(name) is { } tag
            && tags.Sum(other => other.Length + 1) + tag.Length <= MaxLength && !tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
            tags.Add(tag);
    }
}
