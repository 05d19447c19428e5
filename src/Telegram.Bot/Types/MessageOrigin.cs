namespace Telegram.Bot.Types;

/// <summary>Where a forwarded message comes from.</summary>
[JsonConverter(typeof(MessageOriginConverter))]
public abstract class MessageOrigin
{
    private protected MessageOrigin(string kind) => Kind = kind;

    /// <summary>When the message was first sent, in UTC.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime Date { get; set; }

    [JsonInclude, JsonPropertyName("type")]
    internal string Kind { get; set; }
}

/// <summary>A message of a user.</summary>
public sealed class MessageOriginUser() : MessageOrigin("user")
{
    /// <summary>The user.</summary>
    public User SenderUser { get; set; } = null!;
}

/// <summary>A message of a user who does not want to be linked.</summary>
public sealed class MessageOriginHiddenUser() : MessageOrigin("hidden_user")
{
    /// <summary>The user's name.</summary>
    public string SenderUserName { get; set; } = "";
}

/// <summary>A message of a group, sent in its name.</summary>
public sealed class MessageOriginChat() : MessageOrigin("chat")
{
    /// <summary>The group.</summary>
    public Chat SenderChat { get; set; } = null!;

    /// <summary>The signature of an anonymous administrator.</summary>
    public string? AuthorSignature { get; set; }
}

/// <summary>A post of a channel.</summary>
public sealed class MessageOriginChannel() : MessageOrigin("channel")
{
    /// <summary>The channel.</summary>
    public Chat Chat { get; set; } = null!;

    /// <summary>The post's number in the channel.</summary>
    public int MessageId { get; set; }

    /// <summary>The signature of the author.</summary>
    public string? AuthorSignature { get; set; }
}

/// <summary>An origin that this version does not know.</summary>
internal sealed class MessageOriginUnknown() : MessageOrigin("unknown");

internal sealed class MessageOriginConverter() : CaseConverter<MessageOrigin>(
    "type",
    typeof(MessageOriginUnknown),
    ("user", typeof(MessageOriginUser)),
    ("hidden_user", typeof(MessageOriginHiddenUser)),
    ("chat", typeof(MessageOriginChat)),
    ("channel", typeof(MessageOriginChannel)));
