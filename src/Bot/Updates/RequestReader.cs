using BotDigest.Bot.Commands;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace BotDigest.Bot.Updates;

/// <summary>Reads who asks, in which language and in which zone.</summary>
internal sealed class RequestReader(SubscriberStore subscribers, BotIdentity identity, ChannelZone channelZone, KnownChats chats, IOptions<TelegramOptions> telegram)
{
    private const int NameLength = 40;

    /// <summary>A request with the asker's settings, still without words.</summary>
    internal async Task<CommandRequest> ReadAsync(Chat chat, User user, CancellationToken cancellationToken)
    {
        // whoever speaks as the group has no language and no settings but the group's
        var isGroup = chat.Type is ChatType.Group or ChatType.Supergroup;
        var group = isGroup ? await subscribers.FindAsync(chat.Id, cancellationToken) : null;
        var settings = user.IsBot ? group : await subscribers.FindAsync(user.Id, cancellationToken);

        // who asks can be reached; where a group still lets nobody write, the next push finds that out
        if ((isGroup ? group : settings) is { Parked: true } parked)
            await subscribers.ReviveAsync(parked.Chat, cancellationToken);
        var own = Texts.In(Languages.Of(user.LanguageCode ?? (user.IsBot ? group?.OwnLanguage : null)));
        return new CommandRequest
        {
            Chat = chat.Id,
            User = user.Id,
            UserName = user.FirstName.Shorten(NameLength),
            IsEditor = IsEditor(chat, user),
            IsEditorsChat = chat.Id == chats.Editors?.Id,
            IsPrivate = chat.Type == ChatType.Private,
            Texts = settings?.Language is { } language ? Texts.In(Languages.Of(language)) : own,
            OwnTexts = own,
            Zone = settings?.ZoneOr(channelZone.Value) ?? channelZone.Value,
        };
    }

    /// <summary>True where an editor speaks, in the editors' chat or in private.</summary>
    internal bool IsEditor(Chat chat, User user) => telegram.Value.Editors.Contains(user.Id) && (chat.Type == ChatType.Private || chat.Id == chats.Editors?.Id);

    /// <summary>True where a message asks this bot: in a private chat always; in a group a command that names it, or an answer to it.</summary>
    internal bool IsForUs(Message message, CommandWords? words)
    {
        if (words?.Bot is { } bot)
            return string.Equals(bot, identity.Username, StringComparison.OrdinalIgnoreCase);
        return message.Chat.Type == ChatType.Private || (identity.Id is { } id && message.ReplyToMessage?.From?.Id == id);
    }
}
