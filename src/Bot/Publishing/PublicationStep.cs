using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Publishing;

/// <summary>One thing to do on the channel.</summary>
internal abstract record PublicationStep
{
    /// <summary>A new message.</summary>
    /// <param name="Content">What it says.</param>
    /// <param name="Silent">True where it arrives without a sound.</param>
    /// <param name="ReplyTo">The message that it replies to.</param>
    /// <param name="Continuation">True for an addition that other issues stand before.</param>
    internal sealed record Send(MessageContent Content, bool Silent, int? ReplyTo, bool Continuation) : PublicationStep;

    /// <summary>Another content for a message.</summary>
    /// <param name="Delivery">Its row.</param>
    /// <param name="MessageId">Its number.</param>
    /// <param name="Content">What it is to say.</param>
    internal sealed record Edit(long Delivery, int MessageId, MessageContent Content) : PublicationStep;

    /// <summary>The end of a message.</summary>
    /// <param name="Delivery">Its row.</param>
    /// <param name="MessageId">Its number.</param>
    internal sealed record Delete(long Delivery, int MessageId) : PublicationStep;
}
