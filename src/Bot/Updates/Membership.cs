using BotDigest.Bot.Publishing;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Updates;

/// <summary>What becomes of the bot itself in a chat: blocked and unblocked by a person, given or denied rights by a channel.</summary>
internal sealed partial class Membership(
    SubscriberStore subscribers, PublicationStore publications, KnownChats chats, PublisherSignal publisher, HeadPin pin, IOptions<TelegramOptions> options, ILogger<Membership> log)
{
    /// <summary>Takes note of a change.</summary>
    internal async Task TakeAsync(ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var (chat, status) = (change.Chat.Id, change.NewChatMember.Status);
        if (change.Chat.Type == ChatType.Private)
        {
            await (change.NewChatMember.IsInChat ? subscribers.ReviveAsync(chat, cancellationToken) : subscribers.ParkAsync(chat, cancellationToken));
            return;
        }

        Changed(chat, status);
        if (change.Chat.Type is ChatType.Group or ChatType.Supergroup)
            await (MayWrite(change.NewChatMember) ? subscribers.ReviveAsync(chat, cancellationToken) : subscribers.ParkAsync(chat, cancellationToken));
        if (chat == chats.Channel?.Id)
        {
            chats.NoteRights();
            pin.Retry();
        }

        if (chat == chats.Channel?.Id && change.NewChatMember is ChatMemberAdministrator { CanPostMessages: true })
            await ResumeAsync(cancellationToken);
    }

    /// <summary>True where it may write in a group: in it, and not kept from that.</summary>
    private static bool MayWrite(ChatMember member) => member.IsInChat && member is not ChatMemberRestricted { CanSendMessages: false };

    /// <summary>The bot may post again: issues that stood still for want of that go on.</summary>
    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var resumed = await publications.ResumeAsync(ChannelKey.Of(options.Value), cancellationToken);
        if (resumed == 0)
            return;
        Resumed(resumed);
        publisher.Look();
    }

    [LoggerMessage(3020, LogLevel.Information, "The bot is now {Status} in {ChatId}")]
    private partial void Changed(long chatId, ChatMemberStatus status);

    [LoggerMessage(3021, LogLevel.Information, "The bot may post again: {Count} issues go on")]
    private partial void Resumed(int count);
}
