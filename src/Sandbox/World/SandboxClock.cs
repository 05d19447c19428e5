namespace BotDigest.Sandbox.World;

/// <summary>A clock that runs like the one below it and can be put forward; timers that thereby fall due fire at once.</summary>
internal sealed class SandboxClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _inner;
    private readonly List<WeakReference<ShiftedTimer>> _timers = [];
    private TimeSpan _shift;
    private TimeSpan _advanced;

    /// <summary>Makes a clock.</summary>
    /// <param name="inner">The clock that gives the pace.</param>
    /// <param name="startAt">What it shows now; the inner clock's time without it.</param>
    public SandboxClock(TimeProvider inner, DateTimeOffset? startAt = null)
    {
        _inner = inner;
        if (startAt is { } start)
            _shift = start - inner.GetUtcNow();
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _inner.GetUtcNow() + _shift;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate)
            return _inner.GetElapsedTime(0).Ticks + _advanced.Ticks;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ShiftedTimer(this, callback, state, dueTime, period);
        lock (_gate)
        {
            _timers.RemoveAll(t => !t.TryGetTarget(out _));
            _timers.Add(new WeakReference<ShiftedTimer>(timer));
        }

        return timer;
    }

    /// <summary>Puts the clock forward.</summary>
    /// <param name="by">By how much; never back.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        List<ShiftedTimer> timers = [];
        lock (_gate)
        {
            _shift += by;
            _advanced += by;
            foreach (var reference in _timers)
            {
                if (reference.TryGetTarget(out var timer))
                    timers.Add(timer);
            }
        }

        timers.ForEach(t => t.Shift(by));
    }

    private sealed class ShiftedTimer : ITimer
    {
        private readonly SandboxClock _clock;
        private readonly ITimer _timer;
        private readonly Lock _gate = new();
        private TimeSpan _period;
        private long _dueAt;

        public ShiftedTimer(SandboxClock clock, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _clock = clock;
            Remember(dueTime, period);
            _timer = clock._inner.CreateTimer(
                s =>
                {
                    Fired();
                    callback(s);
                },
                state,
                dueTime,
                period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Remember(dueTime, period);
            return _timer.Change(dueTime, period);
        }

        public void Shift(TimeSpan by)
        {
            lock (_gate)
            {
                if (_dueAt == long.MaxValue)
                    return;
                var left = new TimeSpan(_dueAt - _clock.GetTimestamp());
                _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, _period);
            }
        }

        public void Dispose() => _timer.Dispose();

        public ValueTask DisposeAsync() => _timer.DisposeAsync();

        private void Remember(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _period = period;
                _dueAt = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : _clock.GetTimestamp() + dueTime.Ticks;
            }
        }

        private void Fired()
        {
            lock (_gate)
                _dueAt = _period == Timeout.InfiniteTimeSpan || _period == TimeSpan.Zero ? long.MaxValue : _clock.GetTimestamp() + _period.Ticks;
        }
    }
}
