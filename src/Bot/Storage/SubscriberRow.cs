using BotDigest.Bot.Subscribers;

namespace BotDigest.Bot.Storage;

/// <summary>A subscriber as the database keeps it.</summary>
internal abstract class SubscriberRow
{
    /// <summary>The columns, of the table <c>subscribers s</c>.</summary>
    internal const string Columns =
        "s.chat, s.language, s.own_language as OwnLanguage, s.zone, s.push_minute as PushMinute, s.weekdays, s.whole, s.silent, s.topic, s.parked_at as ParkedAt";

    public required long Chat { get; init; }

    public string? Language { get; init; }

    public string? OwnLanguage { get; init; }

    public string? Zone { get; init; }

    public long? PushMinute { get; init; }

    public required long Weekdays { get; init; }

    public required long Whole { get; init; }

    public required long Silent { get; init; }

    public long? Topic { get; init; }

    public long? ParkedAt { get; init; }

    /// <summary>The subscriber.</summary>
    internal Subscriber ToSubscriber() => new(Chat)
    {
        Language = Language,
        OwnLanguage = OwnLanguage,
        Zone = Zone,
        PushAt = PushMinute is { } minute ? new TimeOnly((int)minute / 60, (int)minute % 60) : null,
        Days = (Weekdays)Weekdays,
        Whole = Whole != 0,
        Sound = (SoundMode)Silent,
        Topic = (int?)Topic,
        Parked = ParkedAt is not null,
    };
}
