using BotDigest.Formatting.Issues;

namespace BotDigest.Formatting.Vocabularies.Candidates;

/// <summary>A story and the issue that it stands in.</summary>
/// <param name="Source">The issue's number, from 0.</param>
/// <param name="Story">The story.</param>
internal sealed record StoryOf(int Source, Story Story);
