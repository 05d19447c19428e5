namespace BotDigest.Bot.Subscribers;

/// <summary>A chat that has subscribed or changed a setting.</summary>
/// <param name="Chat">The chat; a private one has its person's id.</param>
internal sealed record Subscriber(long Chat)
{
    private static readonly TimeOnly NightBegins = new(22, 0);
    private static readonly TimeOnly NightEnds = new(7, 0);

    /// <summary>The language chosen, or null for the one that Telegram gives.</summary>
    public string? Language { get; init; }

    /// <summary>The language that Telegram gave for the person when they last changed something, for pushes, which answer nobody.</summary>
    public string? OwnLanguage { get; init; }

    /// <summary>The IANA name of the time zone chosen, or null for the channel's.</summary>
    public string? Zone { get; init; }

    /// <summary>The hour of pushes in that zone, or null for as soon as an issue is published.</summary>
    public TimeOnly? PushAt { get; init; }

    /// <summary>The days on which pushes come.</summary>
    public Weekdays Days { get; init; } = Weekdays.All;

    /// <summary>True where issues come whole and not in brief.</summary>
    public bool Whole { get; init; }

    /// <summary>Whether pushes arrive with a sound.</summary>
    public SoundMode Sound { get; init; }

    /// <summary>The topic of a group that pushes go to, or null.</summary>
    public int? Topic { get; init; }

    /// <summary>True while nothing reaches the chat: the person blocks the bot, the group has thrown it out.</summary>
    public bool Parked { get; init; }

    /// <summary>What is pushed.</summary>
    public Wants Wants { get; init; }

    /// <summary>True where a message of this moment arrives without a sound.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="channelZone">The zone of those who have chosen none.</param>
    internal bool IsSilentAt(DateTimeOffset now, TimeZoneInfo channelZone) => Sound switch
    {
        SoundMode.Off => true,
        SoundMode.Day => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ZoneOr(channelZone)).DateTime) is var time && (time >= NightBegins || time < NightEnds),
        _ => false,
    };

    /// <summary>The zone chosen, or the channel's where none is, or where this machine does not know it any more.</summary>
    internal TimeZoneInfo ZoneOr(TimeZoneInfo channelZone) => Zone switch
    {
        null => channelZone,
        { } id when UtcZone.Find(id) is { } utc => utc,
        { } id when TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) => zone,
        _ => channelZone,
    };
}
