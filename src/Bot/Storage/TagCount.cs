namespace BotDigest.Bot.Storage;

/// <summary>A tag and how many listed stories have it.</summary>
/// <param name="Id">Its row, which never changes: short enough for a button or a link.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stories">How many stories.</param>
internal sealed record TagCount(long Id, string Name, int Stories);

/// <summary>A page of tags.</summary>
/// <param name="Total">How many tags there are on all pages.</param>
/// <param name="Tags">Those on this page, the most used first.</param>
internal sealed record TagPage(int Total, IReadOnlyList<TagCount> Tags);

/// <summary>A page of stories.</summary>
/// <param name="Total">How many stories there are on all pages.</param>
/// <param name="Stories">Those on this page, newest first.</param>
internal sealed record StoryPage(int Total, IReadOnlyList<StoredStory> Stories);
