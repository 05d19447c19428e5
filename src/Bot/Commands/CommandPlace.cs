namespace BotDigest.Bot.Commands;

/// <summary>Where a command can be used.</summary>
internal enum CommandPlace
{
    /// <summary>In private chats and in groups.</summary>
    Everywhere,

    /// <summary>In a private chat only, because it is about the person; in a group the bot points there.</summary>
    PrivateOnly,

    /// <summary>In a private chat, and in a group for its administrators, because it is about the chat.</summary>
    Administrators,

    /// <summary>For editors alone, in their chat and in private; for anybody else it does not exist.</summary>
    Editors,
}
