using System.Text.Json.Nodes;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace BotDigest.Bot.Sending;

/// <summary>A message in the terms of the Bot API: the one place where contents become parameters.</summary>
internal static class WireMessage
{
    /// <summary>The preview options; always explicit, or a client would pick a link by itself.</summary>
    internal static LinkPreviewOptions Preview(LinkPreview preview) => preview.Url is { } url
        ? new LinkPreviewOptions
        {
            Url = url,
            PreferSmallMedia = preview.Size == PreviewSize.Small,
            PreferLargeMedia = preview.Size == PreviewSize.Large,
            ShowAboveText = preview.AboveText,
        }
        : new LinkPreviewOptions { IsDisabled = true };

    /// <summary>The keyboard, or null.</summary>
    internal static InlineKeyboardMarkup? Markup(Keyboard? keyboard) =>
        keyboard is null ? null : new InlineKeyboardMarkup(keyboard.Rows.Select(row => row.Select(Markup)));

    /// <summary>The entities, for a text that is sent without a parse mode.</summary>
    internal static MessageEntity[] Entities(FormattedText text) =>
    [
        .. text.Entities.Select(e => new MessageEntity
        {
            Type = TypeOf(e.Kind),
            Offset = e.Offset,
            Length = e.Length,
            Url = e.Kind == EntityKind.TextLink ? e.Argument : null,
            Language = e.Kind == EntityKind.Pre ? e.Argument : null,
        }),
    ];

    /// <summary>A result of an inline query.</summary>
    internal static InlineQueryResult Article(InlineCard card) => new InlineQueryResultArticle(
        card.Id,
        card.Title,
        new InputTextMessageContent(TelegramHtml.Write(card.Content.Text)) { ParseMode = ParseMode.Html, LinkPreviewOptions = Preview(card.Content.Preview) })
    {
        Description = card.Description,
        ReplyMarkup = Markup(card.Content.Keyboard),
    };

    /// <summary>The type that Telegram gives an entity.</summary>
    internal static MessageEntityType TypeOf(EntityKind kind) => kind switch
    {
        EntityKind.Bold => MessageEntityType.Bold,
        EntityKind.Italic => MessageEntityType.Italic,
        EntityKind.Underline => MessageEntityType.Underline,
        EntityKind.Strikethrough => MessageEntityType.Strikethrough,
        EntityKind.Spoiler => MessageEntityType.Spoiler,
        EntityKind.Code => MessageEntityType.Code,
        EntityKind.Pre => MessageEntityType.Pre,
        EntityKind.TextLink => MessageEntityType.TextLink,
        EntityKind.Blockquote => MessageEntityType.Blockquote,
        EntityKind.ExpandableBlockquote => MessageEntityType.ExpandableBlockquote,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The parameters of <c>sendMessage</c> as they go over the wire, for people and programs to look at.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="content">The message.</param>
    /// <param name="silent">True where it arrives without a sound.</param>
    internal static JsonObject ToJson(ChatTarget chat, MessageContent content, bool silent)
    {
        var parameters = new JsonObject
        {
            ["chat_id"] = chat.Id is { } id ? JsonValue.Create(id) : JsonValue.Create(chat.Name),
            ["text"] = TelegramHtml.Write(content.Text),
            ["parse_mode"] = "HTML",
            ["link_preview_options"] = ToJson(content.Preview),
        };
        if (silent)
            parameters["disable_notification"] = true;
        if (content.Keyboard is { } keyboard)
            parameters["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray([.. keyboard.Rows.Select(row => new JsonArray([.. row.Select(ToJson)]))]) };
        return parameters;
    }

    private static JsonObject ToJson(LinkPreview preview)
    {
        if (preview.Url is null)
            return new JsonObject { ["is_disabled"] = true };
        var options = new JsonObject { ["url"] = preview.Url, [preview.Size == PreviewSize.Large ? "prefer_large_media" : "prefer_small_media"] = true };
        if (preview.AboveText)
            options["show_above_text"] = true;
        return options;
    }

    private static JsonNode ToJson(Button button) => button switch
    {
        Button.Link link => new JsonObject { ["text"] = link.Text, ["url"] = link.Url },
        Button.Callback callback => new JsonObject { ["text"] = callback.Text, ["callback_data"] = callback.Data },
        Button.InlineQuery { InCurrentChat: true } query => new JsonObject { ["text"] = query.Text, ["switch_inline_query_current_chat"] = query.Query },
        Button.InlineQuery query => new JsonObject { ["text"] = query.Text, ["switch_inline_query"] = query.Query },
        _ => throw new ArgumentOutOfRangeException(nameof(button), button, null),
    };

    private static InlineKeyboardButton Markup(Button button) => button switch
    {
        Button.Link link => InlineKeyboardButton.WithUrl(link.Text, link.Url),
        Button.Callback callback => InlineKeyboardButton.WithCallbackData(callback.Text, callback.Data),
        Button.InlineQuery { InCurrentChat: true } query => InlineKeyboardButton.WithSwitchInlineQueryCurrentChat(query.Text, query.Query),
        Button.InlineQuery query => InlineKeyboardButton.WithSwitchInlineQuery(query.Text, query.Query),
        _ => throw new ArgumentOutOfRangeException(nameof(button), button, null),
    };
}
