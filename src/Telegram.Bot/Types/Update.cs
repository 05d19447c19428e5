namespace Telegram.Bot.Types;

/// <summary>One thing that happened: at most one of its parts is there. A part that cannot be read is absent, and so are those of kinds that the product does not ask for.</summary>
public sealed class Update
{
    /// <summary>The update's number; they ascend.</summary>
    [JsonPropertyName("update_id")]
    public int Id { get; set; }

    /// <summary>A new message in a private chat or a group.</summary>
    [JsonConverter(typeof(LenientConverter<Message>))]
    public Message? Message { get; set; }

    /// <summary>A message was edited.</summary>
    [JsonConverter(typeof(LenientConverter<Message>))]
    public Message? EditedMessage { get; set; }

    /// <summary>A new post of a channel, not the bot's own.</summary>
    [JsonConverter(typeof(LenientConverter<Message>))]
    public Message? ChannelPost { get; set; }

    /// <summary>A post was edited.</summary>
    [JsonConverter(typeof(LenientConverter<Message>))]
    public Message? EditedChannelPost { get; set; }

    /// <summary>Someone changed their reaction.</summary>
    [JsonConverter(typeof(LenientConverter<MessageReactionUpdated>))]
    public MessageReactionUpdated? MessageReaction { get; set; }

    /// <summary>Anonymous reactions were counted.</summary>
    [JsonConverter(typeof(LenientConverter<MessageReactionCountUpdated>))]
    public MessageReactionCountUpdated? MessageReactionCount { get; set; }

    /// <summary>An inline query.</summary>
    [JsonConverter(typeof(LenientConverter<InlineQuery>))]
    public InlineQuery? InlineQuery { get; set; }

    /// <summary>An inline answer was chosen.</summary>
    [JsonConverter(typeof(LenientConverter<ChosenInlineResult>))]
    public ChosenInlineResult? ChosenInlineResult { get; set; }

    /// <summary>A button was pressed.</summary>
    [JsonConverter(typeof(LenientConverter<CallbackQuery>))]
    public CallbackQuery? CallbackQuery { get; set; }

    /// <summary>The bot's own place in a chat changed; in a private chat, the user blocked or unblocked it.</summary>
    [JsonConverter(typeof(LenientConverter<ChatMemberUpdated>))]
    public ChatMemberUpdated? MyChatMember { get; set; }

    /// <summary>Someone's place in a chat changed.</summary>
    [JsonConverter(typeof(LenientConverter<ChatMemberUpdated>))]
    public ChatMemberUpdated? ChatMember { get; set; }

    /// <summary>Which part is there.</summary>
    [JsonIgnore]
    public UpdateType Type => this switch
    {
        { Message: not null } => UpdateType.Message,
        { EditedMessage: not null } => UpdateType.EditedMessage,
        { ChannelPost: not null } => UpdateType.ChannelPost,
        { EditedChannelPost: not null } => UpdateType.EditedChannelPost,
        { MessageReaction: not null } => UpdateType.MessageReaction,
        { MessageReactionCount: not null } => UpdateType.MessageReactionCount,
        { InlineQuery: not null } => UpdateType.InlineQuery,
        { ChosenInlineResult: not null } => UpdateType.ChosenInlineResult,
        { CallbackQuery: not null } => UpdateType.CallbackQuery,
        { MyChatMember: not null } => UpdateType.MyChatMember,
        { ChatMember: not null } => UpdateType.ChatMember,
        _ => UpdateType.Unknown,
    };
}
