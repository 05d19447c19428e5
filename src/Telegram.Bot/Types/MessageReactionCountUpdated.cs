namespace Telegram.Bot.Types;

/// <summary>The anonymous reactions to a post, counted; channels report them so, some minutes late.</summary>
public sealed class MessageReactionCountUpdated
{
    /// <summary>The chat of the message.</summary>
    public Chat Chat { get; set; } = null!;

    /// <summary>The message.</summary>
    public int MessageId { get; set; }

    /// <summary>When, in UTC.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime Date { get; set; }

    /// <summary>The counts.</summary>
    public ReactionCount[] Reactions { get; set; } = [];
}
