namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Buttons under a message.</summary>
public sealed class InlineKeyboardMarkup : ReplyMarkup
{
    /// <summary>No buttons yet.</summary>
    public InlineKeyboardMarkup()
    {
    }

    /// <summary>One button.</summary>
    /// <param name="inlineKeyboardButton">The button.</param>
    public InlineKeyboardMarkup(InlineKeyboardButton inlineKeyboardButton) => InlineKeyboard = [[inlineKeyboardButton]];

    /// <summary>One row.</summary>
    /// <param name="inlineKeyboardRow">Its buttons.</param>
    public InlineKeyboardMarkup(InlineKeyboardButton[] inlineKeyboardRow) => InlineKeyboard = [inlineKeyboardRow];

    /// <summary>Rows from the top.</summary>
    /// <param name="inlineKeyboard">The rows.</param>
    public InlineKeyboardMarkup(IEnumerable<IEnumerable<InlineKeyboardButton>> inlineKeyboard) => InlineKeyboard = inlineKeyboard;

    /// <summary>The rows from the top.</summary>
    public IEnumerable<IEnumerable<InlineKeyboardButton>> InlineKeyboard { get; set; } = [];

    /// <summary>A keyboard without buttons: in an edit, it takes them away.</summary>
    public static InlineKeyboardMarkup Empty() => new();
}
