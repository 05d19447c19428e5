using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>sendMessage and what else makes a message out of nothing.</summary>
internal sealed class SendingMethods(TelegramWorld world, ChatAccess access, WireWriter wire, Text.CallTexts texts)
{
    /// <summary>Adds the methods.</summary>
    public void AddTo(MethodTable table)
    {
        table.Add("sendMessage", SendMessage);
        table.Add("sendPhoto", a => SendMedia(a, MediaKind.Photo));
        table.Add("sendDocument", a => SendMedia(a, MediaKind.Document));
        table.Add("sendChatAction", SendChatAction);
    }

    private ApiResult SendMessage(CallArguments arguments)
    {
        // the text is looked at before the chat, as Telegram does
        var content = texts.Text(arguments, 0);
        var preview = PreviewReader.Read(arguments);
        var chat = access.Sendable(arguments["chat_id"]);
        return Send(arguments, chat, new MessageBody.Text(content, preview));
    }

    private ApiResult SendMedia(CallArguments arguments, MediaKind kind)
    {
        var name = kind == MediaKind.Photo ? "photo" : "document";
        var caption = texts.Caption(arguments, 0);
        var source = MediaReader.Read(arguments, name, kind);
        var chat = access.Sendable(arguments["chat_id"]);
        var body = new MessageBody.Media(kind, source.FileId, source.Name, source.Size, caption, arguments.Flag("show_caption_above_media"));
        return Send(arguments, chat, body);
    }

    private ApiResult Send(CallArguments arguments, Chat chat, MessageBody body)
    {
        var draft = SendOptions.Read(arguments, chat) with { Body = body };
        return wire.Message(world.Post(chat, world.Bot, draft));
    }

    private ApiResult SendChatAction(CallArguments arguments)
    {
        var action = arguments["action"];
        var isKnown = action is "typing" or "upload_photo" or "record_video" or "upload_video" or "record_voice" or "upload_voice"
            or "upload_document" or "choose_sticker" or "find_location" or "record_video_note" or "upload_video_note" or "cancel";
        if (!isKnown)
            throw Refusal.Bad("Wrong parameter action in request");
        var chat = access.Sendable(arguments["chat_id"]);
        world.Tell(new WorldChange.Acting(chat.Id, action));
        return ApiResult.True;
    }
}
