using System.Diagnostics;
using BotDigest.Sandbox.World;

namespace BotDigest.Bench;

/// <summary>Counts what arrives at subscribers, and notes when answers reach those who ask. Read it under the world's gate.</summary>
internal sealed class PushWatch
{
    private readonly long _first;
    private readonly int[] _pushes;
    private readonly Dictionary<long, TaskCompletionSource<long>> _waiting = [];

    /// <summary>Begins to count.</summary>
    /// <param name="world">The sandbox's world.</param>
    /// <param name="first">The first subscriber; the others follow it.</param>
    /// <param name="count">How many there are.</param>
    internal PushWatch(TelegramWorld world, long first, int count)
    {
        (_first, _pushes) = (first, new int[count]);
        world.Observe(Take);
    }

    /// <summary>How many pushes have arrived.</summary>
    internal int Arrived { get; private set; }

    /// <summary>How many subscribers have one.</summary>
    internal int People { get; private set; }

    /// <summary>When the first push arrived, as a timestamp.</summary>
    internal long FirstAt { get; private set; }

    /// <summary>When the last subscriber got one, as a timestamp.</summary>
    internal long LastAt { get; private set; }

    /// <summary>How many subscribers have no push.</summary>
    internal int Lost => _pushes.Count(p => p == 0);

    /// <summary>How many pushes are too many.</summary>
    internal int Doubled => _pushes.Sum(p => Math.Max(0, p - 1));

    /// <summary>The moment of the bot's next message to a chat.</summary>
    internal Task<long> NextTo(long chat) => (_waiting[chat] = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Take(WorldChange change)
    {
        if (change is not WorldChange.Posted { Message: { Author.IsBot: true } message })
            return;
        if (message.ChatId >= _first && message.ChatId < _first + _pushes.Length)
            Count((int)(message.ChatId - _first));
        else if (_waiting.Remove(message.ChatId, out var answer))
            answer.TrySetResult(Stopwatch.GetTimestamp());
    }

    private void Count(int subscriber)
    {
        var now = Stopwatch.GetTimestamp();
        if (Arrived++ == 0)
            FirstAt = now;
        if (_pushes[subscriber]++ > 0)
            return;
        People++;
        LastAt = now;
    }
}
