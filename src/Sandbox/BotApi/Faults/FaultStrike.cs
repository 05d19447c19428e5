namespace BotDigest.Sandbox.BotApi.Faults;

/// <summary>A fault that hits one call.</summary>
/// <param name="Rule">Why.</param>
/// <param name="Delay">How long to wait.</param>
internal sealed record FaultStrike(FaultRule Rule, TimeSpan Delay);
