namespace Telegram.Bot.Types;

/// <summary>Everything that the server tells about a chat.</summary>
public sealed class ChatFullInfo : Chat
{
    /// <summary>The largest number of reactions that a message of the chat may have.</summary>
    public int MaxReactionCount { get; set; }

    /// <summary>All public names without <c>@</c>, the first one shown.</summary>
    public string[]? ActiveUsernames { get; set; }

    /// <summary>The reactions that the chat allows; null when it allows all.</summary>
    public ReactionType[]? AvailableReactions { get; set; }

    /// <summary>The user's words about themselves.</summary>
    public string? Bio { get; set; }

    /// <summary>The description of a group or channel.</summary>
    public string? Description { get; set; }

    /// <summary>The primary invitation link.</summary>
    public string? InviteLink { get; set; }

    /// <summary>The message pinned last.</summary>
    public Message? PinnedMessage { get; set; }

    /// <summary>Seconds that a member has to wait between two messages.</summary>
    public int? SlowModeDelay { get; set; }

    /// <summary>Seconds after which messages disappear.</summary>
    public int? MessageAutoDeleteTime { get; set; }

    /// <summary>True where messages cannot be forwarded.</summary>
    public bool HasProtectedContent { get; set; }

    /// <summary>The discussion group of a channel, or the channel of a discussion group.</summary>
    public long? LinkedChatId { get; set; }
}
