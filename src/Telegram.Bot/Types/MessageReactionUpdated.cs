namespace Telegram.Bot.Types;

/// <summary>Someone changed their reaction to a message.</summary>
public sealed class MessageReactionUpdated
{
    /// <summary>The chat of the message.</summary>
    public Chat Chat { get; set; } = null!;

    /// <summary>The message.</summary>
    public int MessageId { get; set; }

    /// <summary>Who it was, unless anonymous.</summary>
    public User? User { get; set; }

    /// <summary>The chat in whose name it was, when anonymous.</summary>
    public Chat? ActorChat { get; set; }

    /// <summary>When, in UTC.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime Date { get; set; }

    /// <summary>The reactions before.</summary>
    public ReactionType[] OldReaction { get; set; } = [];

    /// <summary>The reactions now.</summary>
    public ReactionType[] NewReaction { get; set; } = [];
}
