namespace BotDigest.Bot.Publishing.Editors;

/// <summary>A notice as it stands in the editors' chat.</summary>
/// <param name="Name">What it is about, for example <c>issue:2026-01-15</c>.</param>
/// <param name="MessageId">Its message; null where none has arrived, or it was deleted there.</param>
/// <param name="Shown">Tells apart what it says.</param>
/// <param name="Times">How often what it is about has begun anew.</param>
/// <param name="BegunAt">Since when it is there.</param>
/// <param name="EndedAt">When what it is about ended; null while it lasts.</param>
internal sealed record PostedNotice(string Name, int? MessageId, string Shown, int Times, DateTimeOffset BegunAt, DateTimeOffset? EndedAt);
