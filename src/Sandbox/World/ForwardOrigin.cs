namespace BotDigest.Sandbox.World;

/// <summary>Where a forwarded message came from.</summary>
/// <param name="Date">When it was written there.</param>
/// <param name="Channel">The channel, with the number of the post.</param>
/// <param name="MessageId">The number of the post in that channel.</param>
/// <param name="Signature">The signature of the post.</param>
/// <param name="Author">The person, where it was not a channel.</param>
internal sealed record ForwardOrigin(DateTimeOffset Date, long? Channel, int MessageId, string? Signature, Person? Author);
