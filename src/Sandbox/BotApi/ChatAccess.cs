using System.Globalization;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi;

/// <summary>Finds chats and messages for a method, or says in Telegram's words why it may not have them.</summary>
internal sealed class ChatAccess(TelegramWorld world)
{
    /// <summary>The chat of an argument, to be read.</summary>
    public Chat Readable(string chatId)
    {
        var chat = Find(chatId);
        if (chat.Kind is ChatKind.Supergroup or ChatKind.Channel)
            CheckSupergroup(chat, chat.Username is null);
        return chat;
    }

    /// <summary>The chat of an argument, whose messages are to be changed.</summary>
    public Chat Editable(string chatId)
    {
        var chat = Find(chatId);
        CheckInside(chat);
        return chat;
    }

    /// <summary>The chat of an argument, to be written to as a member.</summary>
    public Chat Writable(string chatId)
    {
        var chat = Find(chatId);
        if (chat.Kind == ChatKind.Group && chat.MigratedTo is { } supergroup)
            throw new Refusal(400, "group chat was upgraded to a supergroup chat") { MigrateTo = supergroup };
        if (chat.Kind == ChatKind.Group && chat.IsDeleted)
            throw Refusal.Forbidden("the group chat was deleted");
        CheckInside(chat);
        return chat;
    }

    /// <summary>The chat of an argument, to send something to.</summary>
    public Chat Sendable(string chatId)
    {
        var chat = Writable(chatId);
        var bot = chat.MemberOf(world.Bot.Id);
        if (chat.Kind == ChatKind.Channel && !bot.Has(Rights.PostMessages))
            throw Refusal.Bad("Need administrator rights in the channel chat");
        if (chat.Kind == ChatKind.Private && bot.Status == MemberStatus.Kicked)
            throw Refusal.Forbidden("bot was blocked by the user");
        if (bot.Status == MemberStatus.Restricted)
            throw Refusal.Bad("not enough rights to send text messages to the chat");
        return chat;
    }

    /// <summary>A message of a chat, or a refusal that names what it was wanted for.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="messageId">Its number.</param>
    /// <param name="purpose">For example <c>message to edit</c>.</param>
    public static Message Find(Chat chat, int messageId, string purpose) =>
        chat.Messages.GetValueOrDefault(messageId) ?? throw Refusal.Bad($"{purpose} not found");

    private Chat Find(string chatId)
    {
        if (chatId.Length == 0)
            throw Refusal.Bad("chat_id is empty");
        if (chatId[0] == '@')
            return world.FindChat(chatId[1..]) ?? throw Refusal.Bad("chat not found");
        if (!long.TryParse(chatId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
            throw Refusal.Bad("chat not found");
        if (world.FindPerson(id) is { } person)
        {
            if (person.IsDeactivated)
                throw Refusal.Forbidden("user is deactivated");
            if (person.IsBot)
                throw Refusal.Forbidden("the bot can't send messages to the bot");
            return world.FindChat(id) ?? throw Refusal.Forbidden("bot can't initiate conversation with a user");
        }

        return world.FindChat(id) ?? throw Refusal.Bad("chat not found");
    }

    private void CheckInside(Chat chat)
    {
        if (chat.Kind is ChatKind.Supergroup or ChatKind.Channel)
            CheckSupergroup(chat, mustBeInside: true);
        if (chat.Kind != ChatKind.Group || chat.MigratedTo is not null || chat.IsDeleted)
            return;
        var status = chat.MemberOf(world.Bot.Id).Status;
        if (status == MemberStatus.Kicked)
            throw Refusal.Forbidden("bot was kicked from the group chat");
        if (status == MemberStatus.Left)
            throw Refusal.Forbidden("bot is not a member of the group chat");
    }

    private void CheckSupergroup(Chat chat, bool mustBeInside)
    {
        var kind = chat.Kind == ChatKind.Channel ? "channel" : "supergroup";
        var bot = chat.MemberOf(world.Bot.Id);
        if (bot.Status == MemberStatus.Kicked)
            throw Refusal.Forbidden($"bot was kicked from the {kind} chat");
        if (mustBeInside && !bot.IsInside)
            throw Refusal.Forbidden($"bot is not a member of the {kind} chat");
    }
}
