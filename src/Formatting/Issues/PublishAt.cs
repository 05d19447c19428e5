namespace BotDigest.Formatting.Issues;

/// <summary>When an issue asks to be published: a local minute, or a moment.</summary>
/// <param name="Local">The date and minute as written.</param>
/// <param name="Offset">The offset from UTC as written, or null for the time zone of the settings.</param>
public readonly record struct PublishAt(DateTime Local, TimeSpan? Offset);
