using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>pinChatMessage, unpinChatMessage, unpinAllChatMessages (TELEGRAM 2.6).</summary>
internal sealed class PinningMethods(TelegramWorld world, ChatAccess access)
{
    /// <summary>Adds the methods.</summary>
    public void AddTo(MethodTable table)
    {
        table.Add("pinChatMessage", Pin);
        table.Add("unpinChatMessage", Unpin);
        table.Add("unpinAllChatMessages", UnpinAll);
    }

    private ApiResult Pin(CallArguments arguments)
    {
        var chat = access.Writable(arguments["chat_id"]);
        var message = ChatAccess.Find(chat, arguments.MessageId(), "message to pin");
        RequireRight(chat);
        if (chat.Pinned.Contains(message.Id))
            throw Refusal.Bad("CHAT_NOT_MODIFIED");
        world.Pin(chat, message.Id, isPinned: true);
        world.Post(chat, world.Bot, new Draft(new MessageBody.Pinned(message.Id)) { IsSilent = chat.Kind == ChatKind.Channel || arguments.Flag("disable_notification") });
        return ApiResult.True;
    }

    private ApiResult Unpin(CallArguments arguments)
    {
        var chat = access.Writable(arguments["chat_id"]);
        if (arguments.Has("message_id"))
            ChatAccess.Find(chat, arguments.MessageId(), "message to unpin");
        RequireRight(chat);
        var id = arguments.Has("message_id") ? arguments.MessageId() : chat.Pinned.Count > 0 ? chat.Pinned[^1] : throw Refusal.Bad("message to unpin not found");
        world.Pin(chat, id, isPinned: false);
        return ApiResult.True;
    }

    private ApiResult UnpinAll(CallArguments arguments)
    {
        var chat = access.Writable(arguments["chat_id"]);
        RequireRight(chat);
        foreach (var id in chat.Pinned.ToList())
            world.Pin(chat, id, isPinned: false);
        return ApiResult.True;
    }

    private void RequireRight(Chat chat)
    {
        var bot = chat.MemberOf(world.Bot.Id);
        var may = chat.Kind switch
        {
            ChatKind.Private => true,
            ChatKind.Channel => bot.Has(Rights.EditMessages),
            _ => bot.Has(Rights.PinMessages),
        };
        if (!may)
            throw Refusal.Bad("Not enough rights to manage pinned messages in the chat");
    }
}
