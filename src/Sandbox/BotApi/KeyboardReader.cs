using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;
using BotDigest.Sandbox.World.Text;

namespace BotDigest.Sandbox.BotApi;

/// <summary>Reads the <c>reply_markup</c> of a call and enforces what Telegram enforces (TELEGRAM 2.12).</summary>
internal static class KeyboardReader
{
    private const int MostButtons = 100;
    private const int MostInRow = 8;
    private const int LargestData = 64;
    private const int LongestCopy = 256;

    /// <summary>The inline keyboard of a call, or null where there is none.</summary>
    /// <param name="arguments">The call.</param>
    /// <param name="isChannel">True where only inline keyboards without inline queries are allowed.</param>
    public static InlineKeyboard? Read(CallArguments arguments, bool isChannel) =>
        arguments.Has("reply_markup") ? Read(arguments.Json("reply_markup", "Can't parse reply keyboard markup JSON object"), isChannel) : null;

    /// <summary>The inline keyboard of an object.</summary>
    public static InlineKeyboard? Read(JsonNode? json, bool isChannel)
    {
        var markup = json as JsonObject ?? throw Refusal.Bad("Object expected as reply markup");
        if (isChannel && (markup.ContainsKey("keyboard") || JsonFields.Flag(markup, "remove_keyboard") || JsonFields.Flag(markup, "force_reply")))
            throw Refusal.Bad("Inline keyboard expected");
        if (!markup.TryGetPropertyValue("inline_keyboard", out var field) || field is null)
            return null;
        var rows = field as JsonArray ?? throw Refusal.Bad("Field \"inline_keyboard\" must be of type Array");
        var read = rows.Select(r => Row(r, isChannel)).Where(r => r.Length > 0).ToImmutableArray();
        if (read.Sum(r => r.Length) > MostButtons)
            throw Refusal.Bad("reply markup is too long");
        if (read.Any(r => r.Length > MostInRow))
            throw Refusal.Bad("REPLY_MARKUP_INVALID");
        return read.Length == 0 ? null : new InlineKeyboard(read);
    }

    private static ImmutableArray<InlineButton> Row(JsonNode? json, bool isChannel)
    {
        var row = json as JsonArray ?? throw Refusal.Bad("Field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays");
        return [.. row.Select(b => Button(b, isChannel))];
    }

    private static InlineButton Button(JsonNode? json, bool isChannel)
    {
        InlineButton button;
        try
        {
            var fields = json as JsonObject ?? throw Refusal.Bad("InlineKeyboardButton must be an Object");
            var text = JsonFields.Text(fields, "text");
            var style = Style(JsonFields.Text(fields, "style", ""));
            var (kind, value) = Kind(fields);
            button = new InlineButton(text, kind, value, style);
        }
        catch (Refusal refusal)
        {
            throw Refusal.Bad("Can't parse inline keyboard button: " + refusal.Message);
        }

        return Checked(button, isChannel);
    }

    private static string? Style(string style) => style switch
    {
        "" or "default" => null,
        "danger" or "success" or "primary" => style,
        _ => throw Refusal.Bad("invalid button style specified"),
    };

    /// <summary>The first kind in Telegram's order wins, whatever else the button has.</summary>
    private static (ButtonKind Kind, string Value) Kind(JsonObject button)
    {
        if (JsonFields.Text(button, "url", "") is { Length: > 0 } url)
            return (ButtonKind.Url, url);
        if (JsonFields.Text(button, "callback_data", "") is { Length: > 0 } data)
            return (ButtonKind.Callback, data);
        if (button.ContainsKey("callback_game"))
            return (ButtonKind.Game, "");
        if (button.ContainsKey("pay"))
            return (ButtonKind.Pay, "");
        if (button.ContainsKey("switch_inline_query"))
            return (ButtonKind.SwitchInline, JsonFields.Text(button, "switch_inline_query"));
        if (button.ContainsKey("switch_inline_query_chosen_chat"))
            return (ButtonKind.SwitchInlineChosenChat, JsonFields.Object(button, "switch_inline_query_chosen_chat").ToJsonString());
        if (button.ContainsKey("switch_inline_query_current_chat"))
            return (ButtonKind.SwitchInlineCurrentChat, JsonFields.Text(button, "switch_inline_query_current_chat"));
        if (button.ContainsKey("login_url"))
            return (ButtonKind.LoginUrl, JsonFields.Text(JsonFields.Object(button, "login_url"), "url"));
        if (button.ContainsKey("web_app"))
            return (ButtonKind.WebApp, JsonFields.Text(JsonFields.Object(button, "web_app"), "url"));
        if (button.ContainsKey("copy_text"))
            return (ButtonKind.CopyText, JsonFields.Text(JsonFields.Object(button, "copy_text"), "text"));
        if (button.ContainsKey("disabled"))
            return (ButtonKind.Disabled, "");
        throw Refusal.Bad("Text buttons are unallowed in the inline keyboard");
    }

    private static InlineButton Checked(InlineButton button, bool isChannel)
    {
        if (TextCleaner.IsBlank(button.Text) && button.Text.Trim(' ', '\n').Length == 0)
            throw Refusal.Bad("Inline keyboard button text must be non-empty");
        switch (button.Kind)
        {
            case ButtonKind.Url:
                return button with { Value = Address(button.Value) };
            case ButtonKind.Callback when Encoding.UTF8.GetByteCount(button.Value) > LargestData:
                throw Refusal.Bad("BUTTON_DATA_INVALID");
            case ButtonKind.CopyText when button.Value.Length is 0 or > LongestCopy:
                throw Refusal.Bad("BUTTON_COPY_TEXT_INVALID");
            case ButtonKind.SwitchInline or ButtonKind.SwitchInlineChosenChat or ButtonKind.SwitchInlineCurrentChat when isChannel:
                var name = button.Kind == ButtonKind.SwitchInlineCurrentChat ? "switch_inline_query_current_chat" : "switch_inline_query";
                throw Refusal.Bad($"Can't use {name} button in a channel chat, because users will not be able to use the button without knowing bot's username");
            case ButtonKind.WebApp when isChannel:
                throw Refusal.Bad("BUTTON_TYPE_INVALID");
            default:
                return button;
        }
    }

    private static string Address(string url)
    {
        if (LinkAddress.UserOf(url) is not null)
            return url;
        return LinkAddress.TryAccept(url, out var accepted, out var fault)
            ? accepted
            : throw Refusal.Bad($"Inline keyboard button URL '{url}' is invalid: {fault}");
    }
}
