namespace BotDigest.Bot.Publishing;

/// <summary>How far a publication has come, without what it says.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Date">The date.</param>
/// <param name="File">The file that owns the date.</param>
/// <param name="Fingerprint">Of its content.</param>
/// <param name="Revision">Counts the changes of what the channel should show.</param>
/// <param name="State">How far it has come.</param>
/// <param name="DueAt">When it is due; null for one that is not to be published.</param>
/// <param name="PublishedAt">When the channel first showed all of it.</param>
/// <param name="RetractedBy">Who took it back.</param>
/// <param name="Paused">Why it stands still.</param>
/// <param name="NextAttemptAt">Not to be tried before.</param>
/// <param name="Error">What went wrong last.</param>
internal sealed record PublicationStage(
    long Id,
    DateOnly Date,
    string File,
    string Fingerprint,
    long Revision,
    PublicationState State,
    DateTimeOffset? DueAt,
    DateTimeOffset? PublishedAt,
    RetractedBy? RetractedBy,
    PublicationPause? Paused,
    DateTimeOffset? NextAttemptAt,
    string? Error);
