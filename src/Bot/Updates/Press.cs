namespace BotDigest.Bot.Updates;

/// <summary>The press of a button, which must be answered.</summary>
/// <param name="Id">The number of the query.</param>
/// <param name="InPlaceOf">The message that the answer replaces, or null where it is a new one.</param>
internal sealed record Press(string Id, int? InPlaceOf)
{
    /// <summary>A note over the chat, or null.</summary>
    public string? Note { get; init; }
}
