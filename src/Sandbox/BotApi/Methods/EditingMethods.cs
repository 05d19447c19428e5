using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Methods;

/// <summary>The methods that change messages that are already there (TELEGRAM 2.5).</summary>
internal sealed class EditingMethods(TelegramWorld world, ChatAccess access, WireWriter wire, Text.CallTexts texts)
{
    private const string NotModified =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    /// <summary>Adds the methods.</summary>
    public void AddTo(MethodTable table)
    {
        table.Add("editMessageText", EditText);
        table.Add("editMessageCaption", EditCaption);
        table.Add("editMessageReplyMarkup", EditKeyboard);
    }

    private ApiResult EditText(CallArguments arguments)
    {
        var content = texts.EditedText(arguments, 0);
        var preview = PreviewReader.Read(arguments);
        var (chat, message) = Find(arguments);
        return message.Body is MessageBody.Text
            ? Replace(arguments, chat, message, new MessageBody.Text(content, preview))
            : throw Refusal.Bad("There is no text in the message to edit");
    }

    private ApiResult EditCaption(CallArguments arguments)
    {
        var caption = texts.Caption(arguments, 0, isEdit: true);
        var (chat, message) = Find(arguments);
        return message.Body is MessageBody.Media media
            ? Replace(arguments, chat, message, media with { Caption = caption, CaptionAbove = arguments.Flag("show_caption_above_media") })
            : throw Refusal.Bad("There is no caption in the message to edit");
    }

    private ApiResult EditKeyboard(CallArguments arguments)
    {
        var (chat, message) = Find(arguments);
        return Replace(arguments, chat, message, message.Body);
    }

    /// <summary>An edit without a keyboard takes the keyboard away.</summary>
    private ApiResult Replace(CallArguments arguments, Chat chat, Message message, MessageBody body)
    {
        var keyboard = KeyboardReader.Read(arguments, chat.Kind == ChatKind.Channel);
        if (body == message.Body && Equals(keyboard, message.Keyboard))
            throw Refusal.Bad(NotModified);
        var edited = world.Replace(message with { Body = body, Keyboard = keyboard });
        return arguments.Has("inline_message_id") ? ApiResult.True : wire.Message(edited);
    }

    private (Chat Chat, Message Message) Find(CallArguments arguments)
    {
        if (!arguments.Has("chat_id") && arguments.MessageId() == 0)
            return arguments.Has("inline_message_id") ? FindInline(arguments["inline_message_id"]) : throw Refusal.Bad("Message identifier is not specified");
        var chat = access.Editable(arguments["chat_id"]);
        var message = ChatAccess.Find(chat, arguments.MessageId(), "message to edit");
        return (chat, MayEdit(chat, message) ? message : throw Refusal.Bad("Message can't be edited"));
    }

    private (Chat Chat, Message Message) FindInline(string id)
    {
        var message = world.FindInlineMessage(id) ?? throw Refusal.Bad("MESSAGE_ID_INVALID");
        return (world.FindChat(message.ChatId)!, message);
    }

    private bool MayEdit(Chat chat, Message message)
    {
        if (message.Origin is not null || message.Body.IsService || message.ViaBot)
            return false;
        var bot = chat.MemberOf(world.Bot.Id);
        if (chat.Kind == ChatKind.Channel)
            return bot.Has(Rights.EditMessages) || (message.Author.Id == world.Bot.Id && bot.Has(Rights.PostMessages));
        return message.Author.Id == world.Bot.Id;
    }
}
