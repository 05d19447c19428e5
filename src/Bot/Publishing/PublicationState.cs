namespace BotDigest.Bot.Publishing;

/// <summary>How far an issue has come on its way to the channel.</summary>
internal enum PublicationState
{
    /// <summary>Its file says that it is a draft, and it has never been on the channel.</summary>
    Draft,

    /// <summary>It is only in the index.</summary>
    Indexed,

    /// <summary>It waits for its hour.</summary>
    Scheduled,

    /// <summary>It is due, and the channel does not show all of it yet.</summary>
    Publishing,

    /// <summary>The channel shows what the file says.</summary>
    Published,

    /// <summary>It is to disappear from the channel.</summary>
    Retracting,

    /// <summary>It was taken back.</summary>
    Retracted,
}

/// <summary>Why a publication stands still until a person does something.</summary>
internal enum PublicationPause
{
    /// <summary>The bot may not post or change messages on the channel; later issues wait too.</summary>
    Rights,

    /// <summary>Telegram refuses a message of this issue; others go on.</summary>
    Content,

    /// <summary>The program fails on this issue; others go on.</summary>
    Fault,
}

/// <summary>Who took an issue back.</summary>
internal enum RetractedBy
{
    /// <summary>Its file: <c>retracted: true</c>.</summary>
    File,

    /// <summary>A person, by command.</summary>
    Hand,

    /// <summary>The folder: its file is gone (<see cref="OnRemoved.Retract"/>). When the file is back, so is the issue.</summary>
    Removal,
}
