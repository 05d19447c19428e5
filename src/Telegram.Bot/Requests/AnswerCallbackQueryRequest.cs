namespace Telegram.Bot.Requests;

internal sealed class AnswerCallbackQueryRequest() : MethodRequest<bool>("answerCallbackQuery")
{
    public required string CallbackQueryId { get; init; }

    public string? Text { get; init; }

    public bool ShowAlert { get; init; }

    public string? Url { get; init; }

    public int? CacheTime { get; init; }
}
