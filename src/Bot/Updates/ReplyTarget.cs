namespace BotDigest.Bot.Updates;

/// <summary>Where a reply goes.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Member">Who asked.</param>
/// <param name="IsPrivate">True in a private chat.</param>
/// <param name="Topic">The topic that was asked in, or null.</param>
/// <param name="Message">The message that asked, which the answer replies to in a group; null where nothing is replied to.</param>
internal sealed record ReplyTarget(long Chat, long Member, bool IsPrivate, int? Topic, int? Message);
