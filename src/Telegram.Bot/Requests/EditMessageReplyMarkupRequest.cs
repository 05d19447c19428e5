namespace Telegram.Bot.Requests;

internal sealed class EditMessageReplyMarkupRequest() : MethodRequest<Message>("editMessageReplyMarkup")
{
    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public string? BusinessConnectionId { get; init; }
}
