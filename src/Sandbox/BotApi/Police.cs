namespace BotDigest.Sandbox.BotApi;

/// <summary>Answers 429 to a bot that sends too fast. Off until limits are set.</summary>
internal sealed class Police(TimeProvider clock)
{
    private const int PrivateBurst = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Queue<DateTimeOffset>> _sent = [];
    private readonly Queue<DateTimeOffset> _all = new();

    /// <summary>The limits, or null for none.</summary>
    public RateLimits? Limits { get; set; }

    /// <summary>How many seconds the bot has to wait before this call; null when it may go on, and then the call is counted.</summary>
    /// <param name="method">The method.</param>
    /// <param name="chat">The chat it is about.</param>
    public int? Check(string method, long? chat)
    {
        if (Limits is not { } limits || chat is not { } id || !IsCounted(method))
            return null;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var sent = _sent.TryGetValue(id, out var known) ? known : _sent[id] = new Queue<DateTimeOffset>();
            var wait = Longest(
                Wait(_all, limits.OverallPerSecond, TimeSpan.FromSeconds(1 / limits.TimeScale), now),
                id < 0
                    ? Wait(sent, limits.ChatPerMinute, TimeSpan.FromSeconds(60 / limits.TimeScale), now)
                    : Wait(sent, limits.PrivatePerSecond * PrivateBurst, TimeSpan.FromSeconds(PrivateBurst / limits.TimeScale), now));
            if (wait > TimeSpan.Zero)
                return Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            sent.Enqueue(now);
            _all.Enqueue(now);
            return null;
        }
    }

    private static bool IsCounted(string method) =>
        method.StartsWith("send", StringComparison.OrdinalIgnoreCase) ? !method.Equals("sendChatAction", StringComparison.OrdinalIgnoreCase)
        : method.StartsWith("edit", StringComparison.OrdinalIgnoreCase) || method.StartsWith("forward", StringComparison.OrdinalIgnoreCase) || method.StartsWith("copy", StringComparison.OrdinalIgnoreCase);

    private static TimeSpan Wait(Queue<DateTimeOffset> sent, int limit, TimeSpan window, DateTimeOffset now)
    {
        while (sent.TryPeek(out var oldest) && oldest <= now - window)
            sent.Dequeue();
        return limit > 0 && sent.Count >= limit ? sent.Peek() + window - now : TimeSpan.Zero;
    }

    private static TimeSpan Longest(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
