using System.Threading.Channels;

namespace BotDigest.Bot;

/// <summary>Wakes one waiting loop; any number of calls before it looks count as one.</summary>
internal sealed class Signal
{
    private readonly Channel<bool> _set = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Wakes the loop, now or when it next waits.</summary>
    public void Set() => _set.Writer.TryWrite(true);

    /// <summary>Waits for a call, but no longer than told.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        if (atMost > TimeSpan.Zero)
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(_set.Reader.WaitToReadAsync(both.Token).AsTask(), Task.Delay(atMost, time, both.Token));
            await both.CancelAsync();
        }

        _set.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
