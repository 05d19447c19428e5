using System.Text.Json.Nodes;

namespace BotDigest.Sandbox.BotApi;

/// <summary>A call as the journal keeps it; never with the token.</summary>
internal sealed record CallRecord
{
    /// <summary>Its place in the order of arrival, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The method as it was written in the path.</summary>
    public required string Method { get; init; }

    /// <summary>Its arguments by name.</summary>
    public required IReadOnlyDictionary<string, string> Params { get; init; }

    /// <summary>When it arrived, on the sandbox's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True once the world had changed by it, or it was refused by its rules.</summary>
    public bool IsApplied { get; init; }

    /// <summary>True once it was answered or cut.</summary>
    public bool IsFinished { get; init; }

    /// <summary>True where the caller went away before it had its answer.</summary>
    public bool IsAbandoned { get; init; }

    /// <summary>How long that took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>The HTTP status that was sent; 0 where the connection was cut.</summary>
    public int Status { get; init; }

    /// <summary>The whole answer, also where it was never sent.</summary>
    public JsonNode? Answer { get; init; }

    /// <summary>The kind of fault that was played, or null.</summary>
    public string? Fault { get; init; }

    /// <summary>One argument, empty where it is absent.</summary>
    public string this[string name] => Params.GetValueOrDefault(name, "");
}
