namespace BotDigest.Bot.Publishing;

/// <summary>How far the channel was brought.</summary>
internal abstract record ReconcileResult
{
    /// <summary>It shows what it should.</summary>
    internal sealed record Complete : ReconcileResult;

    /// <summary>To be tried again later; the channel waits.</summary>
    /// <param name="Until">When.</param>
    internal sealed record Later(DateTimeOffset Until) : ReconcileResult;

    /// <summary>The issue stands still until a person does something.</summary>
    /// <param name="Pause">Why.</param>
    internal sealed record Paused(PublicationPause Pause) : ReconcileResult;

    /// <summary>Somebody wants something else first; the rest is done after that.</summary>
    internal sealed record CalledAway : ReconcileResult;
}
