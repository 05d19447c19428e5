namespace BotDigest.Bot.Publishing;

/// <summary>What looking for a message on the channel has shown.</summary>
internal abstract record ProbeFinding
{
    /// <summary>It is there.</summary>
    /// <param name="MessageId">Its number.</param>
    /// <param name="Date">Since when.</param>
    internal sealed record Found(int MessageId, DateTimeOffset Date) : ProbeFinding;

    /// <summary>It is not there.</summary>
    internal sealed record Absent : ProbeFinding;

    /// <summary>The channel does not let its messages be read.</summary>
    /// <param name="Reason">Telegram's words.</param>
    internal sealed record Unreadable(string Reason) : ProbeFinding;

    /// <summary>To be looked into later.</summary>
    /// <param name="Until">When; null where nothing says so.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Later(DateTimeOffset? Until, string Reason) : ProbeFinding;
}
