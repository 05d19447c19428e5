namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What a message offers to answer with.</summary>
[JsonDerivedType(typeof(InlineKeyboardMarkup))]
[JsonDerivedType(typeof(ForceReplyMarkup))]
public abstract class ReplyMarkup
{
    private protected ReplyMarkup()
    {
    }
}
