using System.Globalization;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>The methods that only look: who the bot is, what a chat is, who is in it (TELEGRAM 2.7).</summary>
internal sealed class ChatMethods(TelegramWorld world, ChatAccess access, WireWriter wire)
{
    /// <summary>Adds the methods.</summary>
    public void AddTo(MethodTable table)
    {
        table.Add("getMe", _ => Me());
        table.Add("getChat", GetChat);
        table.Add("getChatMember", GetChatMember);
        table.Add("getChatMemberCount", a => JsonValue.Create(Members(a).Members.Values.Count(m => m.IsInside)));
        table.Add("getChatAdministrators", GetChatAdministrators);
    }

    private JsonObject Me()
    {
        var me = WireWriter.User(world.Bot);
        me["can_join_groups"] = true;
        me["can_read_all_group_messages"] = false;
        me["supports_inline_queries"] = world.HasInlineMode;
        me["can_connect_to_business"] = false;
        me["has_main_web_app"] = false;
        return me;
    }

    private ApiResult GetChat(CallArguments arguments)
    {
        var chat = access.Readable(arguments["chat_id"]);
        var json = WireWriter.Chat(chat);
        if (chat.Username is not null)
            json["active_usernames"] = new JsonArray(chat.Username);
        json["accent_color_id"] = 0;
        json["max_reaction_count"] = 11;
        if (chat.IsProtected)
            json["has_protected_content"] = true;
        if (chat.Pinned.Count > 0 && chat.Messages.TryGetValue(chat.Pinned[^1], out var pinned))
            json["pinned_message"] = wire.Message(pinned, withReply: false);
        return json;
    }

    private ApiResult GetChatMember(CallArguments arguments)
    {
        var userId = arguments["user_id"];
        if (!long.TryParse(userId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) || id <= 0)
            throw Refusal.Bad("invalid user_id specified");
        var chat = id == world.Bot.Id ? access.Readable(arguments["chat_id"]) : Members(arguments);
        var person = world.FindPerson(id) ?? throw Refusal.Bad("user not found");
        return MemberWriter.Write(person, chat.MemberOf(id), chat.Kind);
    }

    private ApiResult GetChatAdministrators(CallArguments arguments)
    {
        var chat = Members(arguments);
        if (chat.Kind == ChatKind.Private)
            throw Refusal.Bad("there are no administrators in the private chat");
        var administrators = chat.Members
            .Where(m => m.Value.IsAdministrator && (m.Key == world.Bot.Id || !world.FindPerson(m.Key)!.IsBot))
            .OrderBy(m => m.Value.Status)
            .Select(m => (JsonNode)MemberWriter.Write(world.FindPerson(m.Key)!, m.Value, chat.Kind));
        return new JsonArray([.. administrators]);
    }

    private Chat Members(CallArguments arguments)
    {
        var chat = access.Readable(arguments["chat_id"]);
        if (chat.Kind == ChatKind.Channel && !chat.MemberOf(world.Bot.Id).IsAdministrator)
            throw Refusal.Bad("member list is inaccessible");
        return chat;
    }
}
