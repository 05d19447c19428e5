namespace BotDigest.Formatting.Digests;

/// <summary>Where a story begins in the running text.</summary>
/// <param name="Position">The place, in UTF-16 code units.</param>
/// <param name="Story">The story, by its index.</param>
/// <param name="Url">Its address, where it has one that can be previewed.</param>
internal readonly record struct StoryPlace(int Position, int Story, string? Url);
