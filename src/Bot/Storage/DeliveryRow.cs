using BotDigest.Bot.Publishing;

namespace BotDigest.Bot.Storage;

/// <summary>A row of <c>deliveries</c>.</summary>
internal sealed record DeliveryRow
{
    internal const string Columns = """
        deliveries.id as Id, publication_id as PublicationId, deliveries.state as State, chat as Chat, message_id as MessageId, content as Content, continuation as Continuation,
        fixed as Fixed, changing as Changing, attempts as Attempts, attempt_at as AttemptAt, sent_at as SentAt, deliveries.error as Error
        """;

    public required long Id { get; init; }

    public required long PublicationId { get; init; }

    public required string State { get; init; }

    public required long Chat { get; init; }

    public long? MessageId { get; init; }

    public string? Content { get; init; }

    public long Continuation { get; init; }

    public long Fixed { get; init; }

    public string? Changing { get; init; }

    public long Attempts { get; init; }

    public long? AttemptAt { get; init; }

    public long? SentAt { get; init; }

    public string? Error { get; init; }

    internal Delivery ToDelivery() => new()
    {
        Id = Id,
        PublicationId = PublicationId,
        State = Words.Read<DeliveryState>(State),
        Chat = Chat,
        MessageId = (int?)MessageId,
        Content = Content is null ? null : DigestJson.ReadContent(Content),
        Continuation = Continuation != 0,
        Fixed = Fixed != 0,
        Changing = Words.ReadOptional<MessageChange>(Changing),
        Attempts = (int)Attempts,
        AttemptAt = Times.Read(AttemptAt),
        SentAt = Times.Read(SentAt),
        Error = Error,
    };
}
