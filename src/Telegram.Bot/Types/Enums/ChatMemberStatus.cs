namespace Telegram.Bot.Types.Enums;

/// <summary>Someone's place in a chat; 0 for one that this version does not know.</summary>
[JsonConverter(typeof(WireEnumConverter<ChatMemberStatus>))]
public enum ChatMemberStatus
{
    /// <summary>The owner.</summary>
    Creator = 1,

    /// <summary>An administrator.</summary>
    Administrator,

    /// <summary>An ordinary member.</summary>
    Member,

    /// <summary>Not in the chat.</summary>
    Left,

    /// <summary>Banned; in a private chat, the user blocked the bot.</summary>
    Kicked,

    /// <summary>Under restrictions.</summary>
    Restricted,
}
