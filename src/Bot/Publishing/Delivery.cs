using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Publishing;

/// <summary>One message of a publication, as the ledger has it.</summary>
internal sealed record Delivery
{
    /// <summary>Its row; rows ascend as message ids do.</summary>
    public required long Id { get; init; }

    /// <summary>The publication that it belongs to.</summary>
    public required long PublicationId { get; init; }

    /// <summary>Where it is.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>The chat's number.</summary>
    public required long Chat { get; init; }

    /// <summary>Its number in the chat, once it is there.</summary>
    public int? MessageId { get; init; }

    /// <summary>What it says; null where nobody knows.</summary>
    public MessageContent? Content { get; init; }

    /// <summary>True for an addition that other issues stand before: it is headed with its date.</summary>
    public bool Continuation { get; init; }

    /// <summary>True where Telegram has refused to delete it.</summary>
    public bool Fixed { get; init; }

    /// <summary>A change that has begun; what the message says is in doubt until it has ended.</summary>
    public MessageChange? Changing { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>When the last attempt began.</summary>
    public DateTimeOffset? AttemptAt { get; init; }

    /// <summary>When it came to be in the chat.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? Error { get; init; }
}
