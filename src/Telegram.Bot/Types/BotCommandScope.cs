namespace Telegram.Bot.Types;

/// <summary>Where a menu of commands is shown.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BotCommandScopeDefault), "default")]
[JsonDerivedType(typeof(BotCommandScopeAllPrivateChats), "all_private_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllGroupChats), "all_group_chats")]
[JsonDerivedType(typeof(BotCommandScopeAllChatAdministrators), "all_chat_administrators")]
[JsonDerivedType(typeof(BotCommandScopeChat), "chat")]
public abstract class BotCommandScope
{
    private protected BotCommandScope()
    {
    }

    /// <summary>Everywhere that no narrower menu is set.</summary>
    public static BotCommandScopeDefault Default() => new();

    /// <summary>In all private chats.</summary>
    public static BotCommandScopeAllPrivateChats AllPrivateChats() => new();

    /// <summary>In all groups.</summary>
    public static BotCommandScopeAllGroupChats AllGroupChats() => new();

    /// <summary>To the administrators of all groups.</summary>
    public static BotCommandScopeAllChatAdministrators AllChatAdministrators() => new();

    /// <summary>In one chat.</summary>
    /// <param name="chatId">The chat.</param>
    public static BotCommandScopeChat Chat(ChatId chatId) => new() { ChatId = chatId };
}

/// <summary>Everywhere that no narrower menu is set.</summary>
public sealed class BotCommandScopeDefault : BotCommandScope;

/// <summary>In all private chats.</summary>
public sealed class BotCommandScopeAllPrivateChats : BotCommandScope;

/// <summary>In all groups.</summary>
public sealed class BotCommandScopeAllGroupChats : BotCommandScope;

/// <summary>To the administrators of all groups.</summary>
public sealed class BotCommandScopeAllChatAdministrators : BotCommandScope;

/// <summary>In one chat.</summary>
public sealed class BotCommandScopeChat : BotCommandScope
{
    /// <summary>The chat.</summary>
    public ChatId ChatId { get; set; } = null!;
}
