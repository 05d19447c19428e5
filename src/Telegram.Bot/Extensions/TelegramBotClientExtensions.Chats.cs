namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Tells who the bot is; fails with 401 for a token that does not count.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<User> GetMe(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetMeRequest(), cancellationToken);

    /// <summary>Tells all about a chat.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<ChatFullInfo> GetChat(this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatRequest { ChatId = chatId }, cancellationToken);

    /// <summary>Lists the administrators of a group or channel.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="returnBots">True to list other bots too.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<ChatMember[]> GetChatAdministrators(
        this ITelegramBotClient botClient,
        ChatId chatId,
        bool returnBots = false,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatAdministratorsRequest { ChatId = chatId, ReturnBots = returnBots }, cancellationToken);

    /// <summary>Counts the members of a chat.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<int> GetChatMemberCount(this ITelegramBotClient botClient, ChatId chatId, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatMemberCountRequest { ChatId = chatId }, cancellationToken);

    /// <summary>Tells someone's place in a chat.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="chatId">The chat.</param>
    /// <param name="userId">The user.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<ChatMember> GetChatMember(
        this ITelegramBotClient botClient,
        ChatId chatId,
        long userId,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetChatMemberRequest { ChatId = chatId, UserId = userId }, cancellationToken);
}
