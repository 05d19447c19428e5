namespace BotDigest.Sandbox.BotApi;

/// <summary>A call that Telegram turns down.</summary>
/// <param name="code">The code before Telegram's own rules about codes (<see cref="Envelope.Failure"/>).</param>
/// <param name="text">The message without its prefix.</param>
internal sealed class Refusal(int code, string text) : Exception(text)
{
    /// <summary>The code.</summary>
    public int Code { get; } = code;

    /// <summary>Seconds to wait, or null.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Where the group has gone, or null.</summary>
    public long? MigrateTo { get; init; }

    /// <summary>A 400.</summary>
    public static Refusal Bad(string text) => new(400, text);

    /// <summary>A 403.</summary>
    public static Refusal Forbidden(string text) => new(403, text);

    /// <summary>A 429.</summary>
    public static Refusal TooMany(int seconds) => new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };
}
