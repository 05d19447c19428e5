using System.Globalization;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Sending;

/// <summary>The addresses of the channel and of its posts.</summary>
/// <param name="chats">Knows the channel's public name.</param>
/// <param name="options">Names the channel.</param>
internal sealed class ChannelLinks(KnownChats chats, IOptions<TelegramOptions> options)
{
    private const string SupergroupPrefix = "-100";

    private readonly ChatTarget _channel = ChatTarget.Parse(options.Value.Channel);

    /// <summary>The channel's own address; null for one without a public name.</summary>
    public string? Channel => Username is { } username ? "https://t.me/" + username : null;

    private string? Username => chats.Channel is { } known ? known.Username : _channel.Name?[1..];

    /// <summary>The address of a post; in a channel without a public name it opens for members only.</summary>
    /// <param name="messageId">The post.</param>
    public string Post(int messageId) => Username is { } username
        ? string.Create(CultureInfo.InvariantCulture, $"https://t.me/{username}/{messageId}")
        : string.Create(CultureInfo.InvariantCulture, $"https://t.me/c/{Inner(chats.Channel?.Id ?? _channel.Id.GetValueOrDefault())}/{messageId}");

    private static string Inner(long id)
    {
        var text = id.ToString(CultureInfo.InvariantCulture);
        return text.StartsWith(SupergroupPrefix, StringComparison.Ordinal) ? text[SupergroupPrefix.Length..] : text.TrimStart('-');
    }
}
