using BotDigest.Bot.Publishing;

namespace BotDigest.Bot.Storage;

/// <summary>A row of <c>publications</c>.</summary>
internal sealed record PublicationRow
{
    internal const string Columns = """
        publications.id as Id, channel as Channel, publications.date as Date, file as File, fingerprint as Fingerprint, digest as Digest, revision as Revision, state as State, due_at as DueAt,
        published_at as PublishedAt, retracted_by as RetractedBy, paused as Paused, failures as Failures, next_attempt_at as NextAttemptAt, error as Error
        """;

    public required long Id { get; init; }

    public required string Channel { get; init; }

    public required string Date { get; init; }

    public required string File { get; init; }

    public required string Fingerprint { get; init; }

    public required string Digest { get; init; }

    public required long Revision { get; init; }

    public required string State { get; init; }

    public long? DueAt { get; init; }

    public long? PublishedAt { get; init; }

    public string? RetractedBy { get; init; }

    public string? Paused { get; init; }

    public long Failures { get; init; }

    public long? NextAttemptAt { get; init; }

    public string? Error { get; init; }

    internal Publication ToPublication() => new()
    {
        Id = Id,
        Channel = Channel,
        Date = Dates.Read(Date),
        File = File,
        Fingerprint = Fingerprint,
        Digest = DigestJson.ReadDigest(Digest),
        Revision = Revision,
        State = Words.Read<PublicationState>(State),
        DueAt = Times.Read(DueAt),
        PublishedAt = Times.Read(PublishedAt),
        RetractedBy = Words.ReadOptional<RetractedBy>(RetractedBy),
        Paused = Words.ReadOptional<PublicationPause>(Paused),
        Failures = (int)Failures,
        NextAttemptAt = Times.Read(NextAttemptAt),
        Error = Error,
    };
}
