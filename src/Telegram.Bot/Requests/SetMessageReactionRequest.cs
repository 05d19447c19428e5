namespace Telegram.Bot.Requests;

internal sealed class SetMessageReactionRequest() : MethodRequest<bool>("setMessageReaction")
{
    public required ChatId ChatId { get; init; }

    public required int MessageId { get; init; }

    public IEnumerable<ReactionType>? Reaction { get; init; }

    public bool IsBig { get; init; }
}
