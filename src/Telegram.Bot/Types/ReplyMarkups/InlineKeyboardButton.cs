namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button under a message: a caption and exactly one thing to do.</summary>
public sealed class InlineKeyboardButton
{
    /// <summary>A button to be filled in.</summary>
    public InlineKeyboardButton()
    {
    }

    /// <summary>A button that does nothing yet.</summary>
    /// <param name="text">The caption.</param>
    public InlineKeyboardButton(string text) => Text = text;

    /// <summary>The caption.</summary>
    public string Text { get; set; } = "";

    /// <summary>A custom emoji before the caption.</summary>
    public string? IconCustomEmojiId { get; set; }

    /// <summary>The colour; null for the client's own.</summary>
    public KeyboardButtonStyle? Style { get; set; }

    /// <summary>Opens this address.</summary>
    public string? Url { get; set; }

    /// <summary>Sends this to the bot: 1 to 64 bytes of UTF-8.</summary>
    public string? CallbackData { get; set; }

    /// <summary>Starts this inline query in a chat that the user chooses; may be empty.</summary>
    public string? SwitchInlineQuery { get; set; }

    /// <summary>Starts this inline query in the same chat; may be empty.</summary>
    public string? SwitchInlineQueryCurrentChat { get; set; }

    /// <summary>Starts an inline query in a chat of certain kinds.</summary>
    public SwitchInlineQueryChosenChat? SwitchInlineQueryChosenChat { get; set; }

    /// <summary>Copies a text.</summary>
    public CopyTextButton? CopyText { get; set; }

    /// <summary>A button that sends data to the bot.</summary>
    /// <param name="text">The caption.</param>
    /// <param name="callbackData">1 to 64 bytes of UTF-8.</param>
    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) => new(text) { CallbackData = callbackData };

    /// <summary>A button that opens an address.</summary>
    /// <param name="text">The caption.</param>
    /// <param name="url">The address.</param>
    public static InlineKeyboardButton WithUrl(string text, string url) => new(text) { Url = url };

    /// <summary>A button that starts an inline query in a chat that the user chooses.</summary>
    /// <param name="text">The caption.</param>
    /// <param name="switchInlineQuery">The query.</param>
    public static InlineKeyboardButton WithSwitchInlineQuery(string text, string switchInlineQuery = "") => new(text) { SwitchInlineQuery = switchInlineQuery };

    /// <summary>A button that starts an inline query in the same chat.</summary>
    /// <param name="text">The caption.</param>
    /// <param name="switchInlineQueryCurrentChat">The query.</param>
    public static InlineKeyboardButton WithSwitchInlineQueryCurrentChat(string text, string switchInlineQueryCurrentChat = "") =>
        new(text) { SwitchInlineQueryCurrentChat = switchInlineQueryCurrentChat };

    /// <summary>A button that starts an inline query in a chat of certain kinds.</summary>
    /// <param name="text">The caption.</param>
    /// <param name="switchInlineQueryChosenChat">The query and the kinds.</param>
    public static InlineKeyboardButton WithSwitchInlineQueryChosenChat(string text, SwitchInlineQueryChosenChat switchInlineQueryChosenChat) =>
        new(text) { SwitchInlineQueryChosenChat = switchInlineQueryChosenChat };

    /// <summary>A button that copies a text.</summary>
    /// <param name="text">The caption.</param>
    /// <param name="copyText">What is copied.</param>
    public static InlineKeyboardButton WithCopyText(string text, CopyTextButton copyText) => new(text) { CopyText = copyText };
}
