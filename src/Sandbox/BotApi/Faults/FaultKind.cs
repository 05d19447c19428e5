namespace BotDigest.Sandbox.BotApi.Faults;

/// <summary>What a fault does to an answer.</summary>
internal enum FaultKind
{
    /// <summary>The connection closes.</summary>
    Cut,

    /// <summary>The answer is late.</summary>
    Delay,

    /// <summary>The answer never comes.</summary>
    Stall,

    /// <summary>429.</summary>
    TooMany,

    /// <summary>A failure in JSON.</summary>
    Error,

    /// <summary>502 with a page of HTML.</summary>
    BadGateway,
}
