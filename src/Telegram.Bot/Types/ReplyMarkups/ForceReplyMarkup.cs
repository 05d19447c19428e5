namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Opens the field for an answer to the message.</summary>
public sealed class ForceReplyMarkup : ReplyMarkup
{
    /// <summary>Always true.</summary>
    public bool ForceReply => true;

    /// <summary>What stands in the empty field, 1 to 64 characters.</summary>
    public string? InputFieldPlaceholder { get; set; }

    /// <summary>True to ask only those whom the message names or answers.</summary>
    public bool Selective { get; set; }
}
