namespace BotDigest.Bot.Publishing;

/// <summary>Where a message is on its way to a chat.</summary>
internal enum DeliveryState
{
    /// <summary>It is to be sent.</summary>
    Planned,

    /// <summary>The call is under way, or was when the program ended.</summary>
    Sending,

    /// <summary>It is in the chat.</summary>
    Sent,

    /// <summary>Telegram refused it.</summary>
    Rejected,

    /// <summary>Nobody can say yet whether it is in the chat.</summary>
    Unknown,

    /// <summary>It was in the chat and is no more.</summary>
    Deleted,
}

/// <summary>A change of a sent message that has begun.</summary>
internal enum MessageChange
{
    /// <summary>Its content.</summary>
    Edit,

    /// <summary>It is to go.</summary>
    Delete,
}
