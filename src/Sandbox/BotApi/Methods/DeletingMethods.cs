using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>deleteMessage and deleteMessages: what is older than two days stays (TELEGRAM 2.6).</summary>
internal sealed class DeletingMethods(TelegramWorld world, ChatAccess access)
{
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    /// <summary>Adds the methods.</summary>
    public void AddTo(MethodTable table)
    {
        table.Add("deleteMessage", DeleteOne);
        table.Add("deleteMessages", DeleteMany);
    }

    private ApiResult DeleteOne(CallArguments arguments)
    {
        if (!arguments.Has("chat_id"))
            throw Refusal.Bad("Chat identifier is not specified");
        if (arguments.MessageId() == 0)
            throw Refusal.Bad("Message identifier is not specified");
        var chat = access.Writable(arguments["chat_id"]);
        var message = ChatAccess.Find(chat, arguments.MessageId(), "message to delete");
        if (!MayDelete(chat, message))
            throw Refusal.Bad("Message can't be deleted");
        world.Remove(message);
        return ApiResult.True;
    }

    private ApiResult DeleteMany(CallArguments arguments)
    {
        if (!arguments.Has("chat_id"))
            throw Refusal.Bad("Chat identifier is not specified");
        var ids = ForwardingMethods.Ids(arguments, mustAscend: false);
        var chat = access.Writable(arguments["chat_id"]);
        var messages = ids.Select(id => chat.Messages.GetValueOrDefault(id)).Where(m => m is not null).Select(m => m!).ToList();
        if (messages.Exists(m => !MayDelete(chat, m)))
            throw Refusal.Bad("Message can't be deleted");
        messages.ForEach(world.Remove);
        return ApiResult.True;
    }

    private bool MayDelete(Chat chat, Message message)
    {
        if (world.Now - message.Date > Deletable)
            return false;
        var bot = chat.MemberOf(world.Bot.Id);
        var isOwn = message.Author.Id == world.Bot.Id;
        return chat.Kind switch
        {
            ChatKind.Private => true,
            ChatKind.Channel => bot.Has(Rights.DeleteMessages) || (isOwn && bot.Has(Rights.PostMessages)),
            _ => isOwn || bot.Has(Rights.DeleteMessages),
        };
    }
}
