using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BotDigest.Sandbox.World;

/// <summary>Those who hear of every change of a world.</summary>
/// <param name="gate">The world's.</param>
internal sealed class WorldWatchers(Lock gate)
{
    private readonly List<Action<WorldChange>> _observers = [];
    private readonly List<Channel<WorldChange>> _watchers = [];

    /// <summary>Says that something happened.</summary>
    public void Tell(WorldChange change)
    {
        lock (gate)
        {
            _observers.ForEach(o => o(change));
            _watchers.ForEach(w => w.Writer.TryWrite(change));
        }
    }

    /// <summary>Calls back at every change, under the gate and in order; for those who must not miss one.</summary>
    public void Observe(Action<WorldChange> observer)
    {
        lock (gate)
            _observers.Add(observer);
    }

    /// <summary>Every change from now on.</summary>
    /// <param name="cancellationToken">Ends the watching.</param>
    public async IAsyncEnumerable<WorldChange> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // unbounded: a change is a few words, and a watcher that falls behind is a page about to be closed
        var watcher = Channel.CreateUnbounded<WorldChange>();
        lock (gate)
            _watchers.Add(watcher);
        try
        {
            await foreach (var change in watcher.Reader.ReadAllAsync(cancellationToken))
                yield return change;
        }
        finally
        {
            lock (gate)
                _watchers.Remove(watcher);
        }
    }

    /// <summary>Waits until something is true; it is asked again after every change.</summary>
    /// <param name="condition">Called under the gate.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WaitUntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        var watcher = Channel.CreateUnbounded<WorldChange>();
        lock (gate)
        {
            if (condition())
                return;
            _watchers.Add(watcher);
        }

        try
        {
            while (true)
            {
                await watcher.Reader.ReadAsync(cancellationToken);
                lock (gate)
                {
                    if (condition())
                        return;
                }
            }
        }
        finally
        {
            lock (gate)
                _watchers.Remove(watcher);
        }
    }
}
