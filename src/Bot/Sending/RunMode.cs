namespace BotDigest.Bot.Sending;

/// <summary>How the service was started.</summary>
internal sealed record RunMode
{
    /// <summary>True where everything is logged instead of sent.</summary>
    public bool DryRun { get; init; }

    /// <summary>True where the service goes through its work once before it begins, so that the first post of the day is not late for it.</summary>
    public bool Rehearses { get; init; }
}
