namespace BotDigest.Bot.Sending;

/// <summary>The channel as the ledger names it: its setting, in small letters because names on Telegram have no case.</summary>
internal static class ChannelKey
{
    internal static string Of(TelegramOptions options) => options.Channel.ToLowerInvariant();
}
