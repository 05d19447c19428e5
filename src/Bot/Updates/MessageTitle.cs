using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Updates;

/// <summary>The title of a message: where an argument stands that is too long for a button's data.</summary>
internal static class MessageTitle
{
    /// <summary>The bold words that a message begins with, or null.</summary>
    internal static string? Of(Message? message)
    {
        var title = message?.Entities?.FirstOrDefault(e => e is { Type: MessageEntityType.Bold, Offset: 0 });
        return title is not null && message!.Text is { } text && title.Length <= text.Length ? text[..title.Length] : null;
    }
}
