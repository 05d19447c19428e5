namespace BotDigest.Bot.Subscribers;

/// <summary>What became of a push.</summary>
/// <param name="Push">The push.</param>
internal abstract record PushResult(Push Push)
{
    /// <summary>Its last message is in the chat.</summary>
    /// <param name="Push">The push.</param>
    /// <param name="MessageId">The number of its first message.</param>
    internal sealed record Sent(Push Push, int MessageId) : PushResult(Push);

    /// <summary>It will never arrive.</summary>
    /// <param name="Push">The push.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IsUnreachable">True where nothing reaches the chat: it blocks the bot, is gone, or does not let it write.</param>
    internal sealed record Rejected(Push Push, string Reason, bool IsUnreachable) : PushResult(Push);

    /// <summary>Nobody knows whether it has arrived, and it is not sent again.</summary>
    /// <param name="Push">The push.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Unknown(Push Push, string Reason) : PushResult(Push);

    /// <summary>It is to be tried again.</summary>
    /// <param name="Push">The push, with the parts that have arrived.</param>
    /// <param name="At">Not before this moment.</param>
    /// <param name="Attempts">How many attempts at its next message there have been that may have arrived.</param>
    internal sealed record Again(Push Push, DateTimeOffset At, int Attempts) : PushResult(Push);

    /// <summary>The topic that it was meant for is closed or gone: it is to be tried in the group itself, as all that comes after it.</summary>
    /// <param name="Push">The push.</param>
    internal sealed record TopicGone(Push Push) : PushResult(Push);
}
