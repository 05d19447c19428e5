namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Sets a menu of commands; an empty one removes it.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="commands">At most 100.</param>
    /// <param name="scope">Where; null for everywhere.</param>
    /// <param name="languageCode">Two letters; null for all languages without one of their own.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task SetMyCommands(
        this ITelegramBotClient botClient,
        IEnumerable<BotCommand> commands,
        BotCommandScope? scope = null,
        string? languageCode = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new SetMyCommandsRequest { Commands = commands, Scope = scope, LanguageCode = languageCode }, cancellationToken);

    /// <summary>Reads a menu of commands.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="scope">Where; null for everywhere.</param>
    /// <param name="languageCode">Two letters; null for all languages without one of their own.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<BotCommand[]> GetMyCommands(
        this ITelegramBotClient botClient,
        BotCommandScope? scope = null,
        string? languageCode = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetMyCommandsRequest { Scope = scope, LanguageCode = languageCode }, cancellationToken);

    /// <summary>Sets what an empty chat with the bot shows.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="description">0 to 512 characters.</param>
    /// <param name="languageCode">Two letters; null for all languages without one of their own.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task SetMyDescription(
        this ITelegramBotClient botClient,
        string? description = null,
        string? languageCode = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new SetMyDescriptionRequest { Description = description, LanguageCode = languageCode }, cancellationToken);

    /// <summary>Sets what the bot's profile shows.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="shortDescription">0 to 120 characters.</param>
    /// <param name="languageCode">Two letters; null for all languages without one of their own.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task SetMyShortDescription(
        this ITelegramBotClient botClient,
        string? shortDescription = null,
        string? languageCode = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new SetMyShortDescriptionRequest { ShortDescription = shortDescription, LanguageCode = languageCode }, cancellationToken);
}
