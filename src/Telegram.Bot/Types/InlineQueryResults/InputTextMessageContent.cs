namespace Telegram.Bot.Types.InlineQueryResults;

/// <summary>A text.</summary>
public sealed class InputTextMessageContent : InputMessageContent
{
    /// <summary>A text to be filled in.</summary>
    public InputTextMessageContent()
    {
    }

    /// <summary>A text.</summary>
    /// <param name="messageText">1 to 4096 characters after its entities are read.</param>
    public InputTextMessageContent(string messageText) => MessageText = messageText;

    /// <summary>1 to 4096 characters after its entities are read.</summary>
    public string MessageText { get; set; } = "";

    /// <summary>How the text is written.</summary>
    public ParseMode ParseMode { get; set; }

    /// <summary>The entities, instead of a parse mode.</summary>
    public MessageEntity[]? Entities { get; set; }

    /// <summary>Which link is previewed.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; set; }
}
