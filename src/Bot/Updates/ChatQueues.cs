using System.Threading.Channels;

namespace BotDigest.Bot.Updates;

/// <summary>Keeps order within a chat and lets chats go on side by side: a queue a chat, which exists only while it holds something.</summary>
/// <typeparam name="T">What is queued.</typeparam>
/// <param name="handle">Handles one.</param>
/// <param name="faulted">Is told where that throws; what is behind it in the chat is handled all the same.</param>
/// <param name="handling">Cuts the handling short.</param>
internal sealed class ChatQueues<T>(Func<T, CancellationToken, Task> handle, Action<T, Exception> faulted, CancellationToken handling)
{
    // Full mode: wait. A chat that sends faster than it can be answered holds up the one who delivers, and nothing is dropped.
    private const int Capacity = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Queue> _queues = [];
    private bool _stopped;

    /// <summary>Queues one behind what its chat already has, waiting while that queue is full.</summary>
    internal async Task EnqueueAsync(long chat, T item, CancellationToken cancellationToken)
    {
        while (true)
        {
            Queue? queue;
            lock (_gate)
            {
                if (!_queues.TryGetValue(chat, out queue))
                {
                    queue = new Queue();
                    _queues.Add(chat, queue);
                }

                if (queue.Channel.Writer.TryWrite(item))
                {
                    queue.Work ??= Task.Run(() => RunAsync(chat, queue, handling), CancellationToken.None);
                    return;
                }
            }

            await queue.Channel.Writer.WaitToWriteAsync(cancellationToken);
        }
    }

    /// <summary>Lets those that are being handled finish; those behind them stay where they are.</summary>
    /// <param name="cancellationToken">Ends the wait, not the handling.</param>
    internal Task StopAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _stopped = true;
            return Task.WhenAll(_queues.Values.Select(q => q.Work ?? Task.CompletedTask)).WaitAsync(cancellationToken);
        }
    }

    private async Task RunAsync(long chat, Queue queue, CancellationToken cancellationToken)
    {
        while (TryTake(chat, queue, out var item))
        {
            try
            {
                await handle(item, cancellationToken);
            }
            catch (Exception e)
            {
                faulted(item, e);
            }
        }
    }

    private bool TryTake(long chat, Queue queue, out T item)
    {
        lock (_gate)
        {
            if (!_stopped && queue.Channel.Reader.TryRead(out item!))
                return true;
            _queues.Remove(chat);
            queue.Channel.Writer.Complete();
            item = default!;
            return false;
        }
    }

    private sealed class Queue
    {
        internal Channel<T> Channel { get; } =
            System.Threading.Channels.Channel.CreateBounded<T>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

        internal Task? Work { get; set; }
    }
}
