using System.Globalization;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi;

/// <summary>Writes people, chats and messages as the Bot API's objects.</summary>
internal sealed class WireWriter(TelegramWorld world)
{
    /// <summary>The account that Telegram names as the sender where an administrator speaks as the group.</summary>
    private static readonly Person GroupAnonymousBot = new(1_087_968_824, "Group", "GroupAnonymousBot", IsBot: true);

    /// <summary>A User.</summary>
    public static JsonObject User(Person person)
    {
        var user = new JsonObject { ["id"] = person.Id, ["is_bot"] = person.IsBot, ["first_name"] = person.FirstName };
        Set(user, "username", person.Username);
        Set(user, "language_code", person.LanguageCode);
        return user;
    }

    /// <summary>A Chat.</summary>
    public static JsonObject Chat(Chat chat)
    {
        var json = new JsonObject { ["id"] = chat.Id };
        if (chat.Kind == ChatKind.Private)
            json["first_name"] = chat.Title;
        else
            json["title"] = chat.Title;
        Set(json, "username", chat.Username);
        json["type"] = KindName(chat.Kind);
        if (chat.IsForum)
            json["is_forum"] = true;
        return json;
    }

    /// <summary>The name of a kind of chat.</summary>
    public static string KindName(ChatKind kind) => kind switch
    {
        ChatKind.Private => "private",
        ChatKind.Group => "group",
        ChatKind.Supergroup => "supergroup",
        _ => "channel",
    };

    /// <summary>A Message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="withReply">True to put the answered message into it.</param>
    public JsonObject Message(Message message, bool withReply = true)
    {
        var chat = world.FindChat(message.ChatId)!;
        var json = new JsonObject { ["message_id"] = message.Id };
        if (chat.Kind == ChatKind.Channel || message.IsAnonymous)
            json["sender_chat"] = Chat(chat);
        if (chat.Kind != ChatKind.Channel)
            json["from"] = User(message.IsAnonymous ? GroupAnonymousBot : message.Author);
        json["chat"] = Chat(chat);
        json["date"] = message.Date.ToUnixTimeSeconds();
        if (message.EditedAt is { } edited)
            json["edit_date"] = edited.ToUnixTimeSeconds();
        if (message.ThreadId is { } thread)
        {
            json["message_thread_id"] = thread;
            json["is_topic_message"] = true;
        }

        if (message.Origin is { } origin)
            json["forward_origin"] = Origin(origin);
        if (withReply && message.ReplyTo is { } replied && chat.Messages.TryGetValue(replied, out var other))
            json["reply_to_message"] = Message(other, withReply: false);
        if (message.ViaBot)
            json["via_bot"] = User(world.Bot);
        if (message.IsProtected)
            json["has_protected_content"] = true;
        AddBody(json, chat, message.Body);
        if (message.Keyboard is not null)
            json["reply_markup"] = Keyboard(message.Keyboard);
        return json;
    }

    /// <summary>The entities of a text.</summary>
    public JsonArray Entities(StyledText text) => new([.. text.Entities.Select(e => (JsonNode)Entity(e))]);

    /// <summary>An InlineKeyboardMarkup.</summary>
    public static JsonObject Keyboard(InlineKeyboard keyboard) => new()
    {
        ["inline_keyboard"] = new JsonArray([.. keyboard.Rows.Select(r => (JsonNode)new JsonArray([.. r.Select(b => (JsonNode)Button(b))]))]),
    };

    /// <summary>A LinkPreviewOptions, or null where nothing was asked for.</summary>
    public static JsonObject? Preview(PreviewOptions preview)
    {
        if (preview == PreviewOptions.Default)
            return null;
        var json = new JsonObject();
        SetFlag(json, "is_disabled", preview.IsDisabled);
        Set(json, "url", preview.Url);
        SetFlag(json, "prefer_small_media", preview.PreferSmall);
        SetFlag(json, "prefer_large_media", preview.PreferLarge);
        SetFlag(json, "show_above_text", preview.AboveText);
        return json;
    }

    private void AddBody(JsonObject json, Chat chat, MessageBody body)
    {
        switch (body)
        {
            case MessageBody.Text text:
                json["text"] = text.Content.Text;
                if (text.Content.Entities.Length > 0)
                    json["entities"] = Entities(text.Content);
                if (Preview(text.Preview) is { } preview)
                    json["link_preview_options"] = preview;
                break;
            case MessageBody.Media media:
                AddMedia(json, media);
                break;
            case MessageBody.Pinned pinned:
                json["pinned_message"] = chat.Messages.TryGetValue(pinned.MessageId, out var message)
                    ? Message(message, withReply: false)
                    : new JsonObject { ["message_id"] = pinned.MessageId, ["chat"] = Chat(chat), ["date"] = 0 };
                break;
            case MessageBody.Joined joined:
                json["new_chat_members"] = new JsonArray([.. joined.People.Select(p => (JsonNode)User(p))]);
                break;
            case MessageBody.Departed departed:
                json["left_chat_member"] = User(departed.Who);
                break;
            case MessageBody.MigratedTo migrated:
                json["migrate_to_chat_id"] = migrated.ChatId;
                break;
        }
    }

    private void AddMedia(JsonObject json, MessageBody.Media media)
    {
        var file = new JsonObject { ["file_id"] = media.FileId, ["file_unique_id"] = "u" + media.FileId[^8..] };
        if (media.Size > 0)
            file["file_size"] = media.Size;
        if (media.Kind == MediaKind.Photo)
        {
            file["width"] = 1280;
            file["height"] = 720;
            json["photo"] = new JsonArray(file);
        }
        else
        {
            file["file_name"] = media.Source.Split('/')[^1];
            json["document"] = file;
        }

        if (media.Caption.Text.Length == 0)
            return;
        json["caption"] = media.Caption.Text;
        if (media.Caption.Entities.Length > 0)
            json["caption_entities"] = Entities(media.Caption);
        SetFlag(json, "show_caption_above_media", media.CaptionAbove);
    }

    private JsonObject Origin(ForwardOrigin origin)
    {
        if (origin.Channel is not { } channel)
            return new JsonObject { ["type"] = "user", ["sender_user"] = User(origin.Author!), ["date"] = origin.Date.ToUnixTimeSeconds() };
        var json = new JsonObject
        {
            ["type"] = "channel",
            ["chat"] = Chat(world.FindChat(channel)!),
            ["message_id"] = origin.MessageId,
            ["date"] = origin.Date.ToUnixTimeSeconds(),
        };
        Set(json, "author_signature", origin.Signature);
        return json;
    }

    private JsonObject Entity(Entity entity)
    {
        var json = new JsonObject { ["offset"] = entity.Offset, ["length"] = entity.Length, ["type"] = entity.Type.WireName() };
        if (string.IsNullOrEmpty(entity.Argument))
            return json;
        switch (entity.Type)
        {
            case EntityType.TextLink:
                json["url"] = entity.Argument;
                break;
            case EntityType.Pre:
                json["language"] = entity.Argument;
                break;
            case EntityType.CustomEmoji:
                json["custom_emoji_id"] = entity.Argument;
                break;
            case EntityType.TextMention when world.FindPerson(long.Parse(entity.Argument, CultureInfo.InvariantCulture)) is { } person:
                json["user"] = User(person);
                break;
            case EntityType.DateTime:
                var parts = entity.Argument.Split('|');
                json["unix_time"] = long.Parse(parts[0], CultureInfo.InvariantCulture);
                json["date_time_format"] = parts[1];
                break;
        }

        return json;
    }

    private static JsonObject Button(InlineButton button)
    {
        var json = new JsonObject { ["text"] = button.Text };
        switch (button.Kind)
        {
            case ButtonKind.Url: json["url"] = button.Value; break;
            case ButtonKind.Callback: json["callback_data"] = button.Value; break;
            case ButtonKind.SwitchInline: json["switch_inline_query"] = button.Value; break;
            case ButtonKind.SwitchInlineCurrentChat: json["switch_inline_query_current_chat"] = button.Value; break;
            case ButtonKind.SwitchInlineChosenChat: json["switch_inline_query_chosen_chat"] = JsonNode.Parse(button.Value); break;
            case ButtonKind.CopyText: json["copy_text"] = new JsonObject { ["text"] = button.Value }; break;
            case ButtonKind.WebApp: json["web_app"] = new JsonObject { ["url"] = button.Value }; break;
            case ButtonKind.LoginUrl: json["login_url"] = new JsonObject { ["url"] = button.Value }; break;
            case ButtonKind.Game: json["callback_game"] = new JsonObject(); break;
            case ButtonKind.Pay: json["pay"] = true; break;
            case ButtonKind.Disabled: json["disabled"] = new JsonObject(); break;
        }

        Set(json, "style", button.Style);
        return json;
    }

    private static void Set(JsonObject json, string name, string? value)
    {
        if (value is not null)
            json[name] = value;
    }

    private static void SetFlag(JsonObject json, string name, bool value)
    {
        if (value)
            json[name] = true;
    }
}
