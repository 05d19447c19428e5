using System.ComponentModel.DataAnnotations;

namespace BotDigest.Bot.Issues;

/// <summary>Section <c>Posts</c>: the watched folder.</summary>
internal sealed class PostsOptions
{
    internal const string Section = "Posts";

    /// <summary>The folder; its top level is watched for <c>*.md</c>.</summary>
    [Required]
    public string Folder { get; init; } = "posts";

    /// <summary>How long a file must be quiet before it is read.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "Posts:SettleFor must lie between 00:00:00 and 00:10:00.")]
    public TimeSpan SettleFor { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the folder is read anew, for file systems without events.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00", ErrorMessage = "Posts:RescanEvery must lie between 00:00:00.100 and 1.00:00:00.")]
    public TimeSpan RescanEvery { get; init; } = TimeSpan.FromSeconds(10);
}
