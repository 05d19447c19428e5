namespace BotDigest.Bot.Subscribers;

/// <summary>A private chat that has subscribed or changed a setting.</summary>
/// <param name="Chat">The chat, whose id is the person's.</param>
internal sealed record Subscriber(long Chat)
{
    /// <summary>The language chosen, or null for the one that Telegram gives.</summary>
    public string? Language { get; init; }

    /// <summary>The language that Telegram gave for the person when they last changed something, for pushes, which answer nobody.</summary>
    public string? OwnLanguage { get; init; }

    /// <summary>The IANA name of the time zone chosen, or null for the channel's.</summary>
    public string? Zone { get; init; }

    /// <summary>The hour of pushes in that zone, or null for as soon as an issue is published.</summary>
    public TimeOnly? PushAt { get; init; }

    /// <summary>True where pushes arrive without a sound.</summary>
    public bool Silent { get; init; }

    /// <summary>True while the person blocks the bot.</summary>
    public bool Parked { get; init; }

    /// <summary>True where every issue is pushed.</summary>
    public bool Subscribed { get; init; }

    /// <summary>The zone chosen, or the channel's where none is, or where this machine does not know it any more.</summary>
    internal TimeZoneInfo ZoneOr(TimeZoneInfo channelZone) => Zone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : channelZone;
}
