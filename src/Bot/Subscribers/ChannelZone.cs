namespace BotDigest.Bot.Subscribers;

/// <summary>The time zone of those who have chosen none: the channel's.</summary>
/// <param name="Value">The zone.</param>
internal sealed record ChannelZone(TimeZoneInfo Value);
