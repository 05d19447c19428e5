using BotDigest.Bot.Storage;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Updates;

/// <summary>What becomes of the bot itself in a chat: blocked and unblocked by a person, given or denied rights by a channel.</summary>
internal sealed partial class Membership(SubscriberStore subscribers, ILogger<Membership> log)
{
    /// <summary>Takes note of a change.</summary>
    internal async Task TakeAsync(ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var (chat, status) = (change.Chat.Id, change.NewChatMember.Status);
        if (change.Chat.Type != ChatType.Private)
        {
            Changed(chat, status);
            return;
        }

        if (change.NewChatMember.IsInChat)
            await subscribers.ReviveAsync(chat, cancellationToken);
        else
            await subscribers.ParkAsync(chat, cancellationToken);
    }

    [LoggerMessage(3020, LogLevel.Information, "The bot is now {Status} in {ChatId}")]
    private partial void Changed(long chatId, ChatMemberStatus status);
}
