using System.Collections.Immutable;

namespace BotDigest.Formatting.Digests;

/// <summary>An issue formatted for Telegram: messages in the order in which they are sent.</summary>
/// <param name="Messages">At least one.</param>
public sealed record Digest(ImmutableArray<DigestMessage> Messages);
