namespace Telegram.Bot.Types.InlineQueryResults;

/// <summary>The message that an inline answer becomes.</summary>
[JsonDerivedType(typeof(InputTextMessageContent))]
public abstract class InputMessageContent
{
    private protected InputMessageContent()
    {
    }
}
