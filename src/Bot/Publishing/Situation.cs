using System.Collections.Immutable;
using System.Globalization;
using BotDigest.Formatting.Digests;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Publishing;

/// <summary>A message of the issue that is on the channel.</summary>
/// <param name="Delivery">Its row.</param>
/// <param name="MessageId">Its number.</param>
/// <param name="SentAt">Since when it is there.</param>
/// <param name="Content">What it says; null where that is in doubt.</param>
internal sealed record PostedMessage(long Delivery, int MessageId, DateTimeOffset SentAt, MessageContent? Content)
{
    /// <summary>True for an addition that other issues stand before.</summary>
    public bool Continuation { get; init; }

    /// <summary>True where Telegram has refused to delete it.</summary>
    public bool Fixed { get; init; }

    /// <summary>True where its deletion has begun.</summary>
    public bool Going { get; init; }
}

/// <summary>What the planner looks at.</summary>
internal sealed record Situation
{
    /// <summary>What the channel should show; nothing for an issue that is taken back.</summary>
    public required ImmutableArray<DigestMessage> Wanted { get; init; }

    /// <summary>What it shows of the issue, in the channel's order.</summary>
    public required ImmutableArray<PostedMessage> Posted { get; init; }

    /// <summary>The date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>True where no other issue has begun on the channel since this one did.</summary>
    public required bool IsNewest { get; init; }

    /// <summary>The time of day: after 48 hours messages cannot be deleted.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The public address of a message.</summary>
    public required Func<int, string> Address { get; init; }

    /// <summary>The language of what the channel shows.</summary>
    public CultureInfo Culture { get; init; } = new DigestOptions().Culture;
}
