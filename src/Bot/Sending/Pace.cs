using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Sending;

/// <summary>Gives every call its turn: within the limits of its chat and of the bot, outside the pauses that Telegram asks for, one at a time in a chat, and the more urgent first, though nobody waits for ever.</summary>
internal sealed class Pace : IDisposable
{
    private const int IdleLanes = 1_000;
    private const int PrivateBurst = 3;

    private readonly Lock _gate = new();
    private readonly LimitsOptions _limits;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly EvenPace _overall;
    private readonly EvenPace _broadcasts;
    private readonly Dictionary<ChatTarget, Lane> _lanes = [];
    private readonly SortedSet<Waiter> _waiting = new(Comparer<Waiter>.Create((a, b) => (a.Rank, a.Arrival).CompareTo((b.Rank, b.Arrival))));
    private readonly ITimer _timer;
    private TimeSpan? _pausedUntil;
    private long _arrivals;

    /// <summary>Starts with all tokens in their buckets.</summary>
    public Pace(IOptions<LimitsOptions> limits, TimeProvider time)
    {
        _limits = limits.Value;
        _time = time;
        _origin = time.GetTimestamp();
        _overall = new EvenPace(_limits.OverallPerSecond);
        // what is paid for does not use up the free pace
        _broadcasts = _limits.PaidBroadcast ? new EvenPace(_limits.BroadcastPerSecond) : _overall;
        _timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Waits for the turn of a call.</summary>
    /// <param name="chat">The chat that it goes to.</param>
    /// <param name="priority">Who goes first.</param>
    /// <param name="longestPause">The longest pause that is waited for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The turn; disposing of it says that the call has ended. Null where the chat is, or comes to be, paused for longer than that.</returns>
    public async Task<IDisposable?> EnterAsync(ChatTarget chat, SendPriority priority, TimeSpan longestPause, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            waiter = new Waiter(Now + Patience(priority), _arrivals++, LaneOf(chat), priority == SendPriority.Broadcast ? _broadcasts : _overall, longestPause);
            _waiting.Add(waiter);
        }

        await using var registration = cancellationToken.Register(() => Leave(waiter, cancellationToken));
        Pump();
        return await waiter.Turn.Task ? new Turn(this, waiter.Lane) : null;
    }

    /// <summary>Lets nothing into a chat for a while.</summary>
    /// <returns>True where another chat is paused already.</returns>
    public bool Pause(ChatTarget chat, TimeSpan wait)
    {
        bool isSecond;
        lock (_gate)
        {
            var (lane, now) = (LaneOf(chat), Now);
            isSecond = _lanes.Values.Any(l => l != lane && l.PausedUntil > now);
            lane.PausedUntil = Later(lane.PausedUntil, now + wait);
        }

        Pump();
        return isSecond;
    }

    /// <summary>Lets nothing into any chat for a while.</summary>
    public void PauseAll(TimeSpan wait)
    {
        lock (_gate)
            _pausedUntil = Later(_pausedUntil, Now + wait);
        Pump();
    }

    /// <summary>How long a chat is still paused, or for null the whole bot; zero where nothing is.</summary>
    public TimeSpan PauseOf(ChatTarget? chat)
    {
        lock (_gate)
            return chat is { } target && _lanes.TryGetValue(target, out var lane) ? PauseOf(lane, Now) : Left(_pausedUntil, Now);
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
            if (lane is { IsBusy: false } && lane.Bucket.IsFull(now) && !(lane.PausedUntil > now) && _waiting.All(w => w.Lane != lane))
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
        {
            lane.IsBusy = false;
            lane.Bucket.Return(Now);
        }

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
            if (PauseOf(waiter.Lane, now) > waiter.LongestPause)
            {
                _waiting.Remove(waiter);
                waiter.Turn.TrySetResult(false);
            }
            else if (!waiter.Lane.IsBusy)
            {
                if (Opens(waiter, now) is { } opens)
                    next = Earlier(next, opens);
                else
                    Admit(waiter, now);
            }
        }

        return next;
    }

    /// <summary>When a call may begin; null for now.</summary>
    private TimeSpan? Opens(Waiter waiter, TimeSpan now)
    {
        var lane = waiter.Lane;
        if (PauseOf(lane, now) is var pause && pause > TimeSpan.Zero)
            return now + pause;
        if (!lane.Bucket.HasToken(now))
            return lane.Bucket.NextToken;
        return waiter.Pace.NextCall > now ? waiter.Pace.NextCall : null;
    }

    private void Admit(Waiter waiter, TimeSpan now)
    {
        _waiting.Remove(waiter);
        if (!waiter.Turn.TrySetResult(true))
            return;
        waiter.Lane.IsBusy = true;
        waiter.Lane.Bucket.Take();
        waiter.Pace.Take(now);
    }

    private TimeSpan PauseOf(Lane lane, TimeSpan now) => Left(Later(lane.PausedUntil, _pausedUntil), now);

    private static TimeSpan Left(TimeSpan? until, TimeSpan now) => until > now ? until.Value - now : TimeSpan.Zero;

    private static TimeSpan? Earlier(TimeSpan? a, TimeSpan? b) => a is null || b < a ? b ?? a : a;

    private static TimeSpan? Later(TimeSpan? a, TimeSpan? b) => a is null || b > a ? b ?? a : a;

    /// <summary>How long it takes until even more urgent newcomers have to stand behind.</summary>
    private static TimeSpan Patience(SendPriority priority) => priority switch
    {
        SendPriority.Answer => TimeSpan.Zero,
        SendPriority.Channel => TimeSpan.FromSeconds(5),
        SendPriority.Broadcast => TimeSpan.FromSeconds(30),
        _ => throw new ArgumentOutOfRangeException(nameof(priority), priority, null),
    };

    /// <summary>What is known of one chat.</summary>
    private sealed class Lane(TokenBucket bucket)
    {
        public TokenBucket Bucket => bucket;

        public TimeSpan? PausedUntil { get; set; }

        public bool IsBusy { get; set; }
    }

    /// <summary>A call that waits.</summary>
    private sealed record Waiter(TimeSpan Rank, long Arrival, Lane Lane, EvenPace Pace, TimeSpan LongestPause)
    {
        public TaskCompletionSource<bool> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn(Pace pace, Lane lane) : IDisposable
    {
        public void Dispose() => pace.Exit(lane);
    }
}
