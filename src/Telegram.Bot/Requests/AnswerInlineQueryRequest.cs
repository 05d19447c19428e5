namespace Telegram.Bot.Requests;

internal sealed class AnswerInlineQueryRequest() : MethodRequest<bool>("answerInlineQuery")
{
    public required string InlineQueryId { get; init; }

    public required IEnumerable<InlineQueryResult> Results { get; init; }

    public int? CacheTime { get; init; }

    public bool IsPersonal { get; init; }

    public string? NextOffset { get; init; }

    public InlineQueryResultsButton? Button { get; init; }
}
