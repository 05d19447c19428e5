using System.Collections.Immutable;

namespace BotDigest.Bot.Subscribers;

/// <summary>A subscriber with all that they want to hear of.</summary>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Tags">The folded names of the tags that they follow.</param>
/// <param name="Watches">The words that they watch for, as they typed them.</param>
internal sealed record Interests(Subscriber Subscriber, ImmutableArray<string> Tags, ImmutableArray<string> Watches);
