namespace BotDigest.Sandbox.World;

/// <summary>A message that is about to be sent.</summary>
/// <param name="Body">What it shows.</param>
internal sealed record Draft(MessageBody Body)
{
    /// <summary>The keyboard under it.</summary>
    public InlineKeyboard? Keyboard { get; init; }

    /// <summary>The message it answers.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>True to speak as the group.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>The topic it goes to.</summary>
    public int? ThreadId { get; init; }

    /// <summary>Where it was forwarded from.</summary>
    public ForwardOrigin? Origin { get; init; }

    /// <summary>True where it is the result of an inline query.</summary>
    public bool ViaBot { get; init; }

    /// <summary>The id by which the bot may edit such a result.</summary>
    public string? InlineId { get; init; }

    /// <summary>True to notify nobody.</summary>
    public bool IsSilent { get; init; }

    /// <summary>True to forbid forwarding.</summary>
    public bool IsProtected { get; init; }
}
