namespace Telegram.Bot.Requests;

internal sealed class EditMessageTextRequest() : MethodRequest<Message>("editMessageText")
{
    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }

    public string? Text { get; init; }

    public ParseMode ParseMode { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public LinkPreviewOptions? LinkPreviewOptions { get; init; }

    public IEnumerable<MessageEntity>? Entities { get; init; }

    public InputRichMessage? RichMessage { get; init; }

    public string? BusinessConnectionId { get; init; }
}
