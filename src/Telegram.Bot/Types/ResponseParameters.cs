namespace Telegram.Bot.Types;

/// <summary>What a refused call may be answered with besides its description.</summary>
public sealed class ResponseParameters
{
    /// <summary>The supergroup that the group has become.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>Seconds to wait before the next call.</summary>
    public int? RetryAfter { get; set; }
}
