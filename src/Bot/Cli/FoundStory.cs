using System.Collections.Immutable;

namespace BotDigest.Bot.Cli;

/// <summary>A hit as <c>search --json</c> prints it.</summary>
/// <param name="Story">The story's key, <c>s_…</c>.</param>
/// <param name="Date">The date, <c>YYYY-MM-DD</c>.</param>
/// <param name="Headline">The headline.</param>
/// <param name="Url">The source's address, or null.</param>
/// <param name="Snippet">The text round the hit.</param>
/// <param name="Tags">The story's tags.</param>
/// <param name="Post">The address of the channel post, or null.</param>
internal sealed record FoundStory(string Story, string Date, string Headline, string? Url, string Snippet, ImmutableArray<string> Tags, string? Post);
