namespace Telegram.Bot.Types;

/// <summary>A message of any chat. One that the bot can no longer reach has a default <see cref="Date"/> and no content.</summary>
public sealed class Message
{
    /// <summary>The message's number in its chat.</summary>
    [JsonPropertyName("message_id")]
    public int Id { get; set; }

    /// <summary>The topic that it belongs to.</summary>
    public int? MessageThreadId { get; set; }

    /// <summary>Who sent it; null in channels.</summary>
    public User? From { get; set; }

    /// <summary>The chat in whose name it was sent.</summary>
    public Chat? SenderChat { get; set; }

    /// <summary>When it was sent, in UTC.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTime Date { get; set; }

    /// <summary>Its chat.</summary>
    public Chat Chat { get; set; } = null!;

    /// <summary>Where a forwarded message comes from.</summary>
    public MessageOrigin? ForwardOrigin { get; set; }

    /// <summary>True in a topic.</summary>
    public bool IsTopicMessage { get; set; }

    /// <summary>True for a channel post that Telegram forwarded to the discussion group.</summary>
    public bool IsAutomaticForward { get; set; }

    /// <summary>The message that it answers, itself without one.</summary>
    public Message? ReplyToMessage { get; set; }

    /// <summary>The bot whose inline answer it is.</summary>
    public User? ViaBot { get; set; }

    /// <summary>When it was last edited, in UTC.</summary>
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTime? EditDate { get; set; }

    /// <summary>True where it cannot be forwarded.</summary>
    public bool HasProtectedContent { get; set; }

    /// <summary>The album that it belongs to.</summary>
    public string? MediaGroupId { get; set; }

    /// <summary>The signature of a post's author or of an anonymous administrator.</summary>
    public string? AuthorSignature { get; set; }

    /// <summary>The text of a text message.</summary>
    public string? Text { get; set; }

    /// <summary>The entities of the text.</summary>
    public MessageEntity[]? Entities { get; set; }

    /// <summary>How its link is previewed.</summary>
    public LinkPreviewOptions? LinkPreviewOptions { get; set; }

    /// <summary>The text under a photo or a file.</summary>
    public string? Caption { get; set; }

    /// <summary>The entities of the caption.</summary>
    public MessageEntity[]? CaptionEntities { get; set; }

    /// <summary>True where the caption stands above the media.</summary>
    public bool ShowCaptionAboveMedia { get; set; }

    /// <summary>Service message: who joined.</summary>
    public User[]? NewChatMembers { get; set; }

    /// <summary>Service message: who left.</summary>
    public User? LeftChatMember { get; set; }

    /// <summary>Service message: the chat's new title.</summary>
    public string? NewChatTitle { get; set; }

    /// <summary>Service message: the group was created.</summary>
    public bool? GroupChatCreated { get; set; }

    /// <summary>Service message: the supergroup was created.</summary>
    public bool? SupergroupChatCreated { get; set; }

    /// <summary>Service message: the channel was created.</summary>
    public bool? ChannelChatCreated { get; set; }

    /// <summary>Service message: the group became this supergroup.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>Service message: the supergroup was this group.</summary>
    public long? MigrateFromChatId { get; set; }

    /// <summary>Service message: what was pinned.</summary>
    public Message? PinnedMessage { get; set; }

    /// <summary>The buttons under it.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; set; }
}
