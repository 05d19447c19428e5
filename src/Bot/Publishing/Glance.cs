using Telegram.Bot.Types;

namespace BotDigest.Bot.Publishing;

/// <summary>What a look at one number of a channel has shown.</summary>
internal abstract record Glance
{
    /// <summary>A message.</summary>
    /// <param name="Copy">Its copy, where it is one of the channel's own.</param>
    internal sealed record Seen(Message? Copy) : Glance;

    /// <summary>No message.</summary>
    internal sealed record Nothing : Glance;

    /// <summary>It could not be looked at.</summary>
    /// <param name="Finding">Why.</param>
    internal sealed record Hindered(ProbeFinding Finding) : Glance;
}
