using System.ComponentModel.DataAnnotations;

namespace BotDigest.Bot.Sending;

/// <summary>Section <c>Limits</c>: the pace of sending, where a 429's <c>retry_after</c> always wins, and of asking.</summary>
internal sealed class LimitsOptions
{
    internal const string Section = "Limits";

    private const int PaidPerSecond = 1000;

    /// <summary>Messages a minute into one channel or group.</summary>
    [Range(1, 100_000)]
    public int ChannelPerMinute { get; init; } = 20;

    /// <summary>Messages a second into one private chat.</summary>
    [Range(1, 100_000)]
    public int ChatPerSecond { get; init; } = 1;

    /// <summary>Messages a second in all.</summary>
    [Range(1, 100_000)]
    public int OverallPerSecond { get; init; } = 25;

    /// <summary>What one person may ask of the bot a minute, half of it at once; 0 for as much as they like.</summary>
    [Range(0, 100_000)]
    public int RequestsPerMinute { get; init; } = 40;

    /// <summary>What all people of one group may ask a minute, half of it at once; 0 for as much as they like.</summary>
    [Range(0, 100_000)]
    public int GroupRequestsPerMinute { get; init; } = 60;

    /// <summary>True to pay for pushes above the free pace, which Telegram charges for in Stars.</summary>
    public bool PaidBroadcast { get; init; }

    /// <summary>Pushes a second: the free pace, or the highest that Telegram sells (TELEGRAM 4).</summary>
    internal int BroadcastPerSecond => PaidBroadcast ? Math.Max(PaidPerSecond, OverallPerSecond) : OverallPerSecond;
}
