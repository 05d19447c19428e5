namespace Telegram.Bot.Types;

/// <summary>The message that a message answers.</summary>
public sealed class ReplyParameters
{
    /// <summary>The answered message.</summary>
    public int? MessageId { get; set; }

    /// <summary>Its chat, where it is another one.</summary>
    public ChatId? ChatId { get; set; }

    /// <summary>True to send even if the answered message is gone.</summary>
    public bool AllowSendingWithoutReply { get; set; }

    /// <summary>The quoted part of the answered message.</summary>
    public string? Quote { get; set; }

    /// <summary>How the quote is written.</summary>
    public ParseMode QuoteParseMode { get; set; }

    /// <summary>The quote's entities, instead of a parse mode.</summary>
    public MessageEntity[]? QuoteEntities { get; set; }

    /// <summary>Where the quote begins in the answered message, in UTF-16 code units.</summary>
    public int? QuotePosition { get; set; }

    /// <summary>An answer to a message of the same chat.</summary>
    /// <param name="replyToMessageId">The answered message.</param>
    public static implicit operator ReplyParameters(int replyToMessageId) => new() { MessageId = replyToMessageId };
}
