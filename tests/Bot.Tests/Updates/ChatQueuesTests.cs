using System.Collections.Concurrent;
using BotDigest.Bot.Updates;

namespace BotDigest.Bot.Tests.Updates;

public sealed class ChatQueuesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Within_a_chat_order_is_kept()
    {
        var handled = new ConcurrentDictionary<long, List<int>>();
        var all = new CountdownEvent(500);
        var queues = new ChatQueues<(long Chat, int Number)>((item, _) =>
        {
            handled.GetOrAdd(item.Chat, _ => []).Add(item.Number);
            all.Signal();
            return Task.CompletedTask;
        }, Never, Cancellation);
        for (var number = 0; number < 100; number++)
        {
            for (var chat = 1L; chat <= 5; chat++)
                await queues.EnqueueAsync(chat, (chat, number), Cancellation);
        }

        Assert.True(all.Wait(TimeSpan.FromSeconds(30), Cancellation));
        Assert.All(handled.Values, numbers => Assert.Equal(Enumerable.Range(0, 100), numbers));
    }

    [Fact]
    public async Task A_slow_chat_does_not_hold_up_the_others()
    {
        var stuck = new TaskCompletionSource();
        var quick = new TaskCompletionSource();
        var queues = new ChatQueues<string>(async (item, _) =>
        {
            if (item == "slow")
                await stuck.Task;
            else
                quick.SetResult();
        }, Never, Cancellation);
        for (var i = 0; i < 20; i++)
            await queues.EnqueueAsync(1, "slow", Cancellation);
        await queues.EnqueueAsync(2, "quick", Cancellation);
        await quick.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        stuck.SetResult();
        await queues.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_full_queue_makes_the_deliverer_wait_and_drops_nothing()
    {
        var go = new TaskCompletionSource();
        var handled = 0;
        var last = new TaskCompletionSource();
        var queues = new ChatQueues<int>(async (item, _) =>
        {
            await go.Task;
            handled++;
            if (item == 99)
                last.SetResult();
        }, Never, Cancellation);
        var sent = 0;
        Task delivery;
        do
        {
            delivery = queues.EnqueueAsync(1, sent++, Cancellation);
        }
        while (delivery.IsCompleted);

        // 64 in the queue, perhaps one taken from it, and this one.
        Assert.InRange(sent, 65, 66);
        go.SetResult();
        await delivery;
        for (; sent < 100; sent++)
            await queues.EnqueueAsync(1, sent, Cancellation);
        await last.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Equal(100, handled);
    }

    [Fact]
    public async Task Stopping_waits_for_what_is_being_handled_and_leaves_the_rest()
    {
        var begun = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        var handled = new List<int>();
        var queues = new ChatQueues<int>(async (item, _) =>
        {
            begun.TrySetResult();
            await go.Task;
            handled.Add(item);
        }, Never, Cancellation);
        await queues.EnqueueAsync(1, 1, Cancellation);
        await queues.EnqueueAsync(1, 2, Cancellation);
        await begun.Task;
        var stopped = queues.StopAsync(Cancellation);
        Assert.False(stopped.IsCompleted);
        go.SetResult();
        await stopped;
        Assert.Equal([1], handled);
    }

    [Fact]
    public async Task A_fault_is_told_and_holds_up_neither_the_chat_nor_the_stop()
    {
        var told = new List<(int, string)>();
        var last = new TaskCompletionSource();
        var queues = new ChatQueues<int>((item, _) =>
        {
            if (item < 3)
                throw new InvalidOperationException($"fault {item}");
            last.SetResult();
            return Task.CompletedTask;
        }, (item, fault) => told.Add((item, fault.Message)), Cancellation);
        for (var item = 1; item <= 3; item++)
            await queues.EnqueueAsync(1, item, Cancellation);
        await last.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await queues.StopAsync(Cancellation);
        Assert.Equal([(1, "fault 1"), (2, "fault 2")], told);
    }

    private static void Never<T>(T item, Exception fault) => Assert.Fail($"{item}: {fault}");
}
