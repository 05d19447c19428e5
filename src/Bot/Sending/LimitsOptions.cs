using System.ComponentModel.DataAnnotations;

namespace BotDigest.Bot.Sending;

/// <summary>Section <c>Limits</c>: the pace of sending; a 429's <c>retry_after</c> always wins.</summary>
internal sealed class LimitsOptions
{
    internal const string Section = "Limits";

    /// <summary>Messages a minute into one channel or group.</summary>
    [Range(1, 100_000)]
    public int ChannelPerMinute { get; init; } = 20;

    /// <summary>Messages a second into one private chat.</summary>
    [Range(1, 100_000)]
    public int ChatPerSecond { get; init; } = 1;

    /// <summary>Messages a second in all.</summary>
    [Range(1, 100_000)]
    public int OverallPerSecond { get; init; } = 25;

    /// <summary>True to pay for broadcasts above the free pace.</summary>
    public bool PaidBroadcast { get; init; }
}
