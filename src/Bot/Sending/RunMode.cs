namespace BotDigest.Bot.Sending;

/// <summary>How the service was started.</summary>
internal sealed record RunMode
{
    /// <summary>True where everything is logged instead of sent.</summary>
    public bool DryRun { get; init; }
}
