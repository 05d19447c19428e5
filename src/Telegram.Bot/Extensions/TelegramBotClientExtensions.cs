namespace Telegram.Bot;

/// <summary>The methods of the Bot API. Call them with named arguments: the package adds parameters in the middle.</summary>
public static partial class TelegramBotClientExtensions;
