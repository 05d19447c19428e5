using System.Collections.Concurrent;

namespace BotDigest.Bot.Web;

/// <summary>Whether the service can do its work, and if not, why: each room reports its own part.</summary>
internal sealed class Readiness
{
    private readonly ConcurrentDictionary<string, string?> _parts = new(StringComparer.Ordinal);

    /// <summary>Names a part that must report before the service is ready.</summary>
    /// <param name="part">A short name: database, folder, telegram, polling.</param>
    internal void Expect(string part) => _parts.TryAdd(part, "has not reported yet");

    /// <summary>Says that a part works.</summary>
    /// <param name="part">Its name.</param>
    internal void Up(string part) => _parts[part] = null;

    /// <summary>Says that a part does not work.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="reason">Why, in a sentence without secrets.</param>
    internal void Down(string part, string reason) => _parts[part] = reason;

    /// <summary>Why a part does not work; null where it does.</summary>
    internal string? ReasonOf(string part) => _parts.GetValueOrDefault(part);

    /// <summary>All parts, and whether each works.</summary>
    internal IReadOnlyList<(string Name, bool IsUp)> Parts => [.. _parts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value is null))];

    /// <summary>What is missing, as <c>part: reason</c>; empty when the service is ready.</summary>
    internal IReadOnlyList<string> Reasons =>
        [.. _parts.Where(p => p.Value is not null).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {p.Value}")];
}
