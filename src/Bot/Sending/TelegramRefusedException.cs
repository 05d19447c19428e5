namespace BotDigest.Bot.Sending;

/// <summary>Telegram does not know the token; the program cannot do its work and ends with exit code 4.</summary>
/// <param name="message">Cause and remedy, without the token.</param>
internal sealed class TelegramRefusedException(string message) : Exception(message);
