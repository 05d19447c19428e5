namespace BotDigest.Sandbox.BotApi.Faults;

/// <summary>
/// One fault on demand. JSON (all but <c>kind</c> may be left out):
/// <code>
/// {"kind":"cut","applied":true,"method":"sendMessage","chat":-1001000000001,"times":3,"skip":1,"probability":0.5,
///  "minMs":50,"maxMs":400,"retryAfter":3,"code":400,"description":"Bad Request: …"}
/// </code>
/// Kinds: <c>cut</c> closes the connection without an answer; <c>delay</c> waits <c>minMs</c> to <c>maxMs</c>; <c>stall</c> never answers;
/// <c>tooMany</c> is a 429 with <c>retryAfter</c>; <c>error</c> is a JSON failure with <c>code</c> and <c>description</c> (500 without them);
/// <c>badGateway</c> is a 502 with an HTML body.
/// <c>applied</c> (true by default, false for <c>tooMany</c>): whether the call takes effect before the fault shows.
/// A rule matches calls of its <c>method</c> and <c>chat</c> (any without them), leaves out the first <c>skip</c> of them,
/// strikes with its <c>probability</c>, and is used up after <c>times</c> strikes.
/// </summary>
internal sealed record FaultRule
{
    /// <summary>What happens.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>Whether the call takes effect all the same; null for the kind's own way.</summary>
    public bool? Applied { get; init; }

    /// <summary>The method it is for, or null for all but <c>getUpdates</c>.</summary>
    public string? Method { get; init; }

    /// <summary>The chat it is for, or null.</summary>
    public long? Chat { get; init; }

    /// <summary>How often it strikes, or null for ever.</summary>
    public int? Times { get; init; }

    /// <summary>How many matching calls pass before it begins.</summary>
    public int Skip { get; init; }

    /// <summary>How likely it strikes, 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The shortest delay.</summary>
    public int MinMs { get; init; }

    /// <summary>The longest delay.</summary>
    public int MaxMs { get; init; } = 200;

    /// <summary>Seconds to wait after a 429.</summary>
    public int RetryAfter { get; init; } = 1;

    /// <summary>The code of an error.</summary>
    public int Code { get; init; } = 500;

    /// <summary>The description of an error.</summary>
    public string Description { get; init; } = "Internal Server Error: restart";

    /// <summary>Whether the call takes effect.</summary>
    public bool TakesEffect => Applied ?? Kind != FaultKind.TooMany;
}
