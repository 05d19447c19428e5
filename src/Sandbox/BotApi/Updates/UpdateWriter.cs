using System.Globalization;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi.Updates;

/// <summary>Decides what the bot hears of a change, and writes it (TELEGRAM 5 and 6).</summary>
internal sealed class UpdateWriter(TelegramWorld world, WireWriter wire)
{
    /// <summary>The update that a change makes, or null.</summary>
    public (string Kind, JsonObject Payload, long QueueKey)? Write(WorldChange change) => change switch
    {
        WorldChange.Posted(var message) => Heard(message, isEdit: false),
        WorldChange.Edited(var message) => Heard(message, isEdit: true),
        WorldChange.Pressed(var query) => ("callback_query", Callback(query), query.From.Id),
        WorldChange.Asked(var query) => ("inline_query", Inline(query), query.From.Id),
        WorldChange.Chosen chosen => ("chosen_inline_result", Chosen(chosen), chosen.Query.From.Id),
        WorldChange.MemberChanged member => (member.Who.Id == world.Bot.Id ? "my_chat_member" : "chat_member", Member(member), member.Chat.Id),
        _ => null,
    };

    private (string Kind, JsonObject Payload, long QueueKey)? Heard(Message message, bool isEdit)
    {
        var chat = world.FindChat(message.ChatId)!;
        var bot = chat.MemberOf(world.Bot.Id);
        var isOwn = message.Author.Id == world.Bot.Id && message.Body is not MessageBody.Pinned;
        if (isOwn || !bot.IsInside)
            return null;
        if (chat.Kind == ChatKind.Channel)
            return (isEdit ? "edited_channel_post" : "channel_post", wire.Message(message), chat.Id);
        var isPrivate = chat.Kind == ChatKind.Private || bot.IsAdministrator || message.Body.IsService || IsAddressed(chat, message);
        return isPrivate ? (isEdit ? "edited_message" : "message", wire.Message(message), chat.Id) : null;
    }

    /// <summary>In a group where it is no administrator a bot hears commands, mentions of itself and answers to it.</summary>
    private bool IsAddressed(Chat chat, Message message)
    {
        if (message.ViaBot || (message.ReplyTo is { } id && chat.Messages.TryGetValue(id, out var other) && other.Author.Id == world.Bot.Id))
            return true;
        var words = message.Body.Words;
        return words.Entities.Any(e => (e.Type == EntityType.BotCommand && IsForBot(words.Text, e)) || (e.Type == EntityType.Mention && NamesBot(words.Text.Substring(e.Offset + 1, e.Length - 1))));
    }

    private bool IsForBot(string text, Entity command)
    {
        var at = text.IndexOf('@', command.Offset, command.Length);
        return at < 0 || NamesBot(text[(at + 1)..command.End]);
    }

    private bool NamesBot(string name) => name.Equals(world.Bot.Username, StringComparison.OrdinalIgnoreCase);

    private JsonObject Callback(CallbackQuery query)
    {
        var chat = world.FindChat(query.ChatId)!;
        var message = chat.Messages.GetValueOrDefault(query.MessageId);
        var json = new JsonObject { ["id"] = query.Id, ["from"] = WireWriter.User(query.From) };
        if (message?.InlineId is not null)
            json["inline_message_id"] = message.InlineId;
        else if (message is not null)
            json["message"] = wire.Message(message);
        else
            json["message"] = new JsonObject { ["chat"] = WireWriter.Chat(chat), ["message_id"] = query.MessageId, ["date"] = 0 };
        json["chat_instance"] = (chat.Id * 31).ToString(CultureInfo.InvariantCulture);
        json["data"] = query.Data;
        return json;
    }

    private static JsonObject Inline(InlineQuery query) => new()
    {
        ["id"] = query.Id,
        ["from"] = WireWriter.User(query.From),
        ["chat_type"] = "sender",
        ["query"] = query.Query,
        ["offset"] = query.Offset,
    };

    private static JsonObject Chosen(WorldChange.Chosen chosen)
    {
        var json = new JsonObject
        {
            ["from"] = WireWriter.User(chosen.Query.From),
            ["query"] = chosen.Query.Query,
            ["result_id"] = chosen.ResultId,
        };
        if (chosen.InlineId is not null)
            json["inline_message_id"] = chosen.InlineId;
        return json;
    }

    private static JsonObject Member(WorldChange.MemberChanged change) => new()
    {
        ["chat"] = WireWriter.Chat(change.Chat),
        ["from"] = WireWriter.User(change.By),
        ["date"] = change.At.ToUnixTimeSeconds(),
        ["old_chat_member"] = MemberWriter.Write(change.Who, change.Before, change.Chat.Kind),
        ["new_chat_member"] = MemberWriter.Write(change.Who, change.After, change.Chat.Kind),
    };
}
