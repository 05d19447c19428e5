using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Sending;

/// <summary>Gives every call its turn: within the limits of its chat and of the bot, outside the pauses that Telegram asks for, and the more urgent first.</summary>
internal sealed class Pace : IDisposable
{
    private const int IdleLanes = 1_000;
    private const int PrivateBurst = 3;

    private readonly Lock _gate = new();
    private readonly LimitsOptions _limits;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly TokenBucket _overall;
    private readonly Dictionary<ChatTarget, Lane> _lanes = [];
    private readonly SortedSet<Waiter> _waiting = new(Comparer<Waiter>.Create((a, b) => (a.Priority, a.Arrival).CompareTo((b.Priority, b.Arrival))));
    private readonly ITimer _timer;
    private long _arrivals;

    /// <summary>Starts with all tokens in their buckets.</summary>
    public Pace(IOptions<LimitsOptions> limits, TimeProvider time)
    {
        _limits = limits.Value;
        _time = time;
        _origin = time.GetTimestamp();
        _overall = new TokenBucket(_limits.OverallPerSecond, TimeSpan.FromSeconds(1));
        _timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Waits for the turn of a call.</summary>
    /// <returns>The turn; disposing of it says that the call has ended.</returns>
    public async Task<IDisposable> EnterAsync(ChatTarget chat, SendPriority priority, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            waiter = new Waiter(priority, _arrivals++, LaneOf(chat));
            _waiting.Add(waiter);
        }

        await using var registration = cancellationToken.Register(() => Leave(waiter, cancellationToken));
        Pump();
        await waiter.Turn.Task;
        return new Turn(this, waiter.Lane);
    }

    /// <summary>Lets nothing into a chat for a while.</summary>
    public void Pause(ChatTarget chat, TimeSpan wait)
    {
        lock (_gate)
        {
            var lane = LaneOf(chat);
            var until = Now + wait;
            if (lane.PausedUntil is null || lane.PausedUntil < until)
                lane.PausedUntil = until;
        }
    }

    /// <summary>How long a chat is still paused; zero where it is not.</summary>
    public TimeSpan PauseOf(ChatTarget chat)
    {
        lock (_gate)
            return _lanes.TryGetValue(chat, out var lane) && lane.PausedUntil > Now ? lane.PausedUntil.Value - Now : TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private Lane LaneOf(ChatTarget chat)
    {
        if (_lanes.TryGetValue(chat, out var lane))
            return lane;
        if (_lanes.Count >= IdleLanes && _lanes.Count % IdleLanes == 0)
            RemoveIdle();
        var isShared = chat.Id is null or < 0;
        lane = new Lane(isShared
            ? new TokenBucket(_limits.ChannelPerMinute, TimeSpan.FromMinutes(1))
            : new TokenBucket(_limits.ChatPerSecond * PrivateBurst, TimeSpan.FromSeconds(PrivateBurst)));
        _lanes.Add(chat, lane);
        return lane;
    }

    private void RemoveIdle()
    {
        var now = Now;
        foreach (var (chat, lane) in _lanes)
        {
            if (lane.Bucket.IsFull(now) && !(lane.PausedUntil > now) && _waiting.All(w => w.Lane != lane))
                _lanes.Remove(chat);
        }
    }

    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
            _waiting.Remove(waiter);
        waiter.Turn.TrySetCanceled(cancellationToken);
    }

    private void Exit(Lane lane)
    {
        lock (_gate)
            lane.Bucket.Return(Now);
        Pump();
    }

    private void Pump()
    {
        lock (_gate)
        {
            var now = Now;
            var next = Grant(now);
            _timer.Change(next is null ? Timeout.InfiniteTimeSpan : next.Value - now, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Lets in everyone whose turn has come.</summary>
    /// <returns>When to look again; null where only the end of a call can change anything.</returns>
    private TimeSpan? Grant(TimeSpan now)
    {
        TimeSpan? next = null;
        foreach (var waiter in _waiting.ToArray())
        {
            if (!_overall.HasToken(now))
                return Earlier(next, _overall.NextToken);
            if (!waiter.Lane.IsOpen(now, out var opens))
            {
                next = Earlier(next, opens);
                continue;
            }

            _waiting.Remove(waiter);
            waiter.Lane.Bucket.Take();
            if (!waiter.Turn.TrySetResult())
            {
                waiter.Lane.Bucket.Return(now);
                continue;
            }

            _overall.Take();
            _overall.Return(now);
        }

        return next;
    }

    private static TimeSpan? Earlier(TimeSpan? a, TimeSpan? b) => a is null || b < a ? b ?? a : a;

    /// <summary>What is known of one chat.</summary>
    private sealed class Lane(TokenBucket bucket)
    {
        public TokenBucket Bucket => bucket;

        public TimeSpan? PausedUntil { get; set; }

        public bool IsOpen(TimeSpan now, out TimeSpan? opens)
        {
            opens = PausedUntil > now ? PausedUntil : bucket.HasToken(now) ? null : bucket.NextToken;
            return opens is null && bucket.HasToken(now);
        }
    }

    /// <summary>A call that waits.</summary>
    private sealed record Waiter(SendPriority Priority, long Arrival, Lane Lane)
    {
        public TaskCompletionSource Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(Pace pace, Lane lane) : IDisposable
    {
        public void Dispose() => pace.Exit(lane);
    }
}
