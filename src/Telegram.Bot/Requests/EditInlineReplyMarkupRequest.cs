namespace Telegram.Bot.Requests;

internal sealed class EditInlineReplyMarkupRequest() : MethodRequest<bool>("editMessageReplyMarkup")
{
    public required string InlineMessageId { get; init; }

    public InlineKeyboardMarkup? ReplyMarkup { get; init; }

    public string? BusinessConnectionId { get; init; }
}
