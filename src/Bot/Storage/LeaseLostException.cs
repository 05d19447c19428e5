namespace BotDigest.Bot.Storage;

/// <summary>What was to be written is the business of another service by now. Whoever meets this stops, as if told to.</summary>
/// <param name="name">The right that is lost.</param>
internal sealed class LeaseLostException(string name) : OperationCanceledException($"The lease {name} is another service's by now.");
