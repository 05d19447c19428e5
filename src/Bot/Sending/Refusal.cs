namespace BotDigest.Bot.Sending;

/// <summary>What a refusal means for the one who wanted to send.</summary>
internal enum RefusalKind
{
    /// <summary>The message itself is at fault; sending it again would be refused again.</summary>
    Content,

    /// <summary>The bot may not do that in this chat until a person changes its rights.</summary>
    Rights,

    /// <summary>The person cannot be reached: blocked the bot, never started it, or is gone.</summary>
    Unreachable,

    /// <summary>The chat has a new number: <see cref="Refusal.MigratedTo"/>.</summary>
    Migrated,

    /// <summary>The message to be edited, deleted, forwarded or replied to is not there.</summary>
    Missing,

    /// <summary>The message is already as wanted.</summary>
    NotModified,

    /// <summary>The message is too old to be deleted, or is of a kind that cannot be changed or forwarded.</summary>
    Fixed,

    /// <summary>The chat does not let its messages be forwarded.</summary>
    Protected,

    /// <summary>Telegram cannot read the formatting.</summary>
    Parse,

    /// <summary>The press of a button was answered too late; nobody sees the answer any more.</summary>
    Expired,
}

/// <summary>Telegram's refusal of a call.</summary>
/// <param name="Code">Its code, as in HTTP.</param>
/// <param name="Description">Its words.</param>
/// <param name="MigratedTo">The chat's new number, where the chat has moved.</param>
internal sealed record Refusal(int Code, string Description, long? MigratedTo = null)
{
    private static readonly string[] Person = ["blocked by the user", "user is deactivated", "can't initiate conversation", "can't send messages to the bot", "can't send messages to bots", "USER_IS_BLOCKED", "INPUT_USER_DEACTIVATED", "PEER_ID_INVALID"];

    private static readonly string[] Missing =
    [
        "message to edit not found", "message to delete not found", "message to forward not found", "message to copy not found", "message to pin not found",
        "message to unpin not found", "message to react not found", "message to be replied not found", "MESSAGE_ID_INVALID",
    ];

    private static readonly string[] Topic = ["TOPIC_CLOSED", "TOPIC_DELETED", "message thread not found"];

    private static readonly string[] Rights =
    [
        "chat not found", "need administrator rights", "have no write access", "not enough rights", "CHAT_WRITE_FORBIDDEN", "CHAT_SEND_PLAIN_FORBIDDEN", "CHAT_ADMIN_REQUIRED",
        "CHANNEL_PRIVATE", "CHAT_RESTRICTED", "USER_BANNED_IN_CHANNEL", .. Topic,
    ];

    /// <summary>True where the token is refused: the program is about to end, and what could not be sent is sent by the next run, with a good token.</summary>
    public bool IsOfToken => Code == 401;

    /// <summary>What it means (TELEGRAM 3).</summary>
    public RefusalKind Kind => Code switch
    {
        _ when MigratedTo is not null => RefusalKind.Migrated,
        400 or 403 when Says(Person) => RefusalKind.Unreachable,
        401 or 403 => RefusalKind.Rights,
        _ when Says("message is not modified", "CHAT_NOT_MODIFIED") => RefusalKind.NotModified,
        _ when Says("query is too old", "QUERY_ID_INVALID") => RefusalKind.Expired,
        _ when Says(Missing) => RefusalKind.Missing,
        _ when Says("protected content", "CHAT_FORWARDS_RESTRICTED") => RefusalKind.Protected,
        _ when Says("can't be deleted", "can't be edited", "can't be forwarded") => RefusalKind.Fixed,
        _ when Says("can't parse entities") => RefusalKind.Parse,
        _ when Says(Rights) => RefusalKind.Rights,
        _ => RefusalKind.Content,
    };

    /// <summary>True where the chat may be written to, but not that topic of it.</summary>
    public bool IsAboutTopic => Says(Topic);

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Description}";

    private bool Says(params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Description.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
