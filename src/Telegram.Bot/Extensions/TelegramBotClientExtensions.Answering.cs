namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Ends the wait of the one who pressed a button.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="callbackQueryId">The press.</param>
    /// <param name="text">0 to 200 characters.</param>
    /// <param name="showAlert">True for a dialogue instead of a passing note.</param>
    /// <param name="url">An address to open.</param>
    /// <param name="cacheTime">Seconds for which the answer may be kept.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task AnswerCallbackQuery(
        this ITelegramBotClient botClient,
        string callbackQueryId,
        string? text = null,
        bool showAlert = false,
        string? url = null,
        int? cacheTime = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new AnswerCallbackQueryRequest
            {
                CallbackQueryId = callbackQueryId,
                Text = text,
                ShowAlert = showAlert,
                Url = url,
                CacheTime = cacheTime,
            },
            cancellationToken);

    /// <summary>Answers an inline query with up to 50 results.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="inlineQueryId">The query.</param>
    /// <param name="results">The answers.</param>
    /// <param name="cacheTime">Seconds for which the answer may be kept.</param>
    /// <param name="isPersonal">True to keep the answer for this user only.</param>
    /// <param name="nextOffset">What asks for the next page; empty for none.</param>
    /// <param name="button">A button above the answers.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task AnswerInlineQuery(
        this ITelegramBotClient botClient,
        string inlineQueryId,
        IEnumerable<InlineQueryResult> results,
        int? cacheTime = null,
        bool isPersonal = false,
        string? nextOffset = null,
        InlineQueryResultsButton? button = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new AnswerInlineQueryRequest
            {
                InlineQueryId = inlineQueryId,
                Results = results,
                CacheTime = cacheTime,
                IsPersonal = isPersonal,
                NextOffset = nextOffset,
                Button = button,
            },
            cancellationToken);
}
