namespace Telegram.Bot.Types.Enums;

/// <summary>What an update tells.</summary>
[JsonConverter(typeof(WireEnumConverter<UpdateType>))]
public enum UpdateType
{
    /// <summary>Something that this version does not know.</summary>
    Unknown,

    /// <summary>A new message.</summary>
    Message,

    /// <summary>An inline query.</summary>
    InlineQuery,

    /// <summary>An inline answer was chosen.</summary>
    ChosenInlineResult,

    /// <summary>A button was pressed.</summary>
    CallbackQuery,

    /// <summary>A message was edited.</summary>
    EditedMessage,

    /// <summary>A new post of a channel.</summary>
    ChannelPost,

    /// <summary>A post was edited.</summary>
    EditedChannelPost,

    /// <summary>A question about shipping.</summary>
    ShippingQuery,

    /// <summary>The last question before a payment.</summary>
    PreCheckoutQuery,

    /// <summary>A poll changed.</summary>
    Poll,

    /// <summary>Someone voted.</summary>
    PollAnswer,

    /// <summary>The bot's own place in a chat changed.</summary>
    MyChatMember,

    /// <summary>Someone's place in a chat changed.</summary>
    ChatMember,

    /// <summary>Someone asks to join.</summary>
    ChatJoinRequest,

    /// <summary>Someone changed their reaction.</summary>
    MessageReaction,

    /// <summary>Anonymous reactions were counted.</summary>
    MessageReactionCount,

    /// <summary>A chat was boosted.</summary>
    ChatBoost,

    /// <summary>A boost ended.</summary>
    RemovedChatBoost,

    /// <summary>A business account connected or left.</summary>
    BusinessConnection,

    /// <summary>A new message of a business account.</summary>
    BusinessMessage,

    /// <summary>A message of a business account was edited.</summary>
    EditedBusinessMessage,

    /// <summary>Messages of a business account were deleted.</summary>
    DeletedBusinessMessages,

    /// <summary>Paid media were bought.</summary>
    PurchasedPaidMedia,

    /// <summary>A managed bot changed.</summary>
    ManagedBot,

    /// <summary>A message to the bot as a guest.</summary>
    GuestMessage,

    /// <summary>A paid subscription changed.</summary>
    Subscription,
}
