namespace BotDigest.Bot.Updates;

/// <summary>Knows which updates are being handled, and so what may be confirmed to Telegram: everything before the oldest that is not finished.</summary>
internal sealed class OffsetTracker
{
    private readonly Lock _gate = new();
    private readonly SortedSet<int> _open = [];
    private readonly HashSet<int> _finished = [];
    private TaskCompletionSource _idle = Completed();
    private int? _next;

    /// <summary>The offset of the next call: all updates below it are finished; null before the first one.</summary>
    internal int? Offset
    {
        get
        {
            lock (_gate)
                return _open.Count > 0 ? _open.Min : _next;
        }
    }

    /// <summary>How many updates are being handled, or wait for that.</summary>
    internal int Open
    {
        get
        {
            lock (_gate)
                return _open.Count;
        }
    }

    /// <summary>Done while no update is being handled.</summary>
    internal Task Idle
    {
        get
        {
            lock (_gate)
                return _idle.Task;
        }
    }

    /// <summary>Takes an update for handling.</summary>
    /// <returns>False where it is being handled, or finished, and was only delivered again because an older one is not.</returns>
    internal bool TryBegin(int id)
    {
        lock (_gate)
        {
            if (_finished.Contains(id) || !_open.Add(id))
                return false;
            _next = id + 1;
            if (_idle.Task.IsCompleted)
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    /// <summary>Keeps that an update is finished.</summary>
    internal void Finish(int id)
    {
        lock (_gate)
        {
            _open.Remove(id);
            if (_open.Count > 0)
            {
                _finished.Add(id);
                _finished.RemoveWhere(f => f < _open.Min);
                return;
            }

            _finished.Clear();
            _idle.TrySetResult();
        }
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }
}
