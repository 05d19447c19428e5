namespace BotDigest.Sandbox.World;

/// <summary>A message as it stands now; an edit puts a new value in its place.</summary>
internal sealed record Message
{
    /// <summary>The chat it is in.</summary>
    public required long ChatId { get; init; }

    /// <summary>Its number there.</summary>
    public required int Id { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>When it was last edited, or null.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Who wrote it. In a channel readers do not see this.</summary>
    public required Person Author { get; init; }

    /// <summary>True where an administrator of a group spoke as the group: nobody, the bot included, sees who it was.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>What it shows.</summary>
    public required MessageBody Body { get; init; }

    /// <summary>The keyboard under it, or null.</summary>
    public InlineKeyboard? Keyboard { get; init; }

    /// <summary>The message it answers, or null.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>The topic it is in, or null.</summary>
    public int? ThreadId { get; init; }

    /// <summary>Where it was forwarded from, or null.</summary>
    public ForwardOrigin? Origin { get; init; }

    /// <summary>True where it is the result of an inline query.</summary>
    public bool ViaBot { get; init; }

    /// <summary>The id by which the bot may edit it where it is such a result with a keyboard; otherwise null.</summary>
    public string? InlineId { get; init; }

    /// <summary>True where nobody was notified.</summary>
    public bool IsSilent { get; init; }

    /// <summary>True where it may not be forwarded.</summary>
    public bool IsProtected { get; init; }

    /// <summary>The bot's reaction, or null.</summary>
    public string? BotReaction { get; init; }

    /// <summary>How often it was edited.</summary>
    public int Edits { get; init; }

    /// <summary>How many UTF-16 code units a reader sees.</summary>
    public int Length => Body.Words.Text.Length;
}
