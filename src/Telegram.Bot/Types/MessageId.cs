namespace Telegram.Bot.Types;

/// <summary>The number of a message in its chat.</summary>
public sealed class MessageId
{
    /// <summary>The number.</summary>
    [JsonPropertyName("message_id")]
    public int Id { get; set; }

    /// <summary>The number itself.</summary>
    /// <param name="self">The message's number.</param>
    public static implicit operator int(MessageId self)
    {
        ArgumentNullException.ThrowIfNull(self);
        return self.Id;
    }
}
