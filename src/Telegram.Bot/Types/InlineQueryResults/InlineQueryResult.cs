namespace Telegram.Bot.Types.InlineQueryResults;

/// <summary>One answer to an inline query.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(InlineQueryResultArticle), "article")]
public abstract class InlineQueryResult
{
    private protected InlineQueryResult()
    {
    }

    /// <summary>1 to 64 bytes, unique among the answers.</summary>
    public string Id { get; set; } = "";

    /// <summary>The buttons under the message that it becomes.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}
