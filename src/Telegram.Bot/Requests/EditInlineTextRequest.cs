namespace Telegram.Bot.Requests;

internal sealed class EditInlineTextRequest() : MethodRequest<bool>("editMessageText")
{
    public required string InlineMessageId { get; init; }

    public string? Text { get; init; }

    public ParseMode ParseMode { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public IEnumerable<MessageEntity>? Entities { get; init; }

    public InputRichMessage? RichMessage { get; init; }

    public string? BusinessConnectionId { get; init; }
}
