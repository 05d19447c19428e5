namespace Telegram.Bot.Types.Enums;

/// <summary>What kind of chat it is; 0 for one that this version does not know.</summary>
[JsonConverter(typeof(WireEnumConverter<ChatType>))]
public enum ChatType
{
    /// <summary>With one user.</summary>
    Private = 1,

    /// <summary>A basic group.</summary>
    Group,

    /// <summary>A channel.</summary>
    Channel,

    /// <summary>A supergroup.</summary>
    Supergroup,

    /// <summary>In inline queries: the private chat with the one who asks.</summary>
    Sender,
}
