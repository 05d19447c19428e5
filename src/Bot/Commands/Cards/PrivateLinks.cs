using BotDigest.Bot.Sending;

namespace BotDigest.Bot.Commands.Cards;

/// <summary>Addresses that open the private chat with the bot and say what for.</summary>
/// <param name="identity">The bot's name.</param>
internal sealed class PrivateLinks(BotIdentity identity)
{
    /// <summary>The address for a payload of <c>/start</c>; null while the bot's name is not known.</summary>
    /// <param name="payload">1 to 64 of A-Z, a-z, 0-9, _ and -.</param>
    internal string? To(string payload) => identity.Username is { } name ? $"https://t.me/{name}?start={payload}" : null;

    /// <summary>How a command is typed in a group: with the bot's name.</summary>
    internal string InGroup(string command) => identity.Username is { } name ? $"/{command}@{name}" : $"/{command}";
}
