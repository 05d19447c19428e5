using BotDigest.Formatting.Digests;

namespace BotDigest.Bot.Publishing;

/// <summary>The fact that an issue is, or is to be, on a channel.</summary>
internal sealed record Publication
{
    /// <summary>Its row.</summary>
    public required long Id { get; init; }

    /// <summary>The channel, as the settings name it.</summary>
    public required string Channel { get; init; }

    /// <summary>The date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The file that owns the date.</summary>
    public required string File { get; init; }

    /// <summary>The fingerprint of the content that <see cref="Digest"/> was composed from.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What the channel should show: kept, so that a new release or changed settings leave old issues alone.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Counts the changes of what the channel should show.</summary>
    public required long Revision { get; init; }

    /// <summary>How far it has come.</summary>
    public required PublicationState State { get; init; }

    /// <summary>When it is due; null for one that is not to be published.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the channel first showed all of it.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Who took it back.</summary>
    public RetractedBy? RetractedBy { get; init; }

    /// <summary>Why it stands still.</summary>
    public PublicationPause? Paused { get; init; }

    /// <summary>How many attempts in a row have failed.</summary>
    public int Failures { get; init; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>What went wrong last.</summary>
    public string? Error { get; init; }
}
