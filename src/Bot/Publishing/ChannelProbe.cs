using BotDigest.Bot.Sending;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Publishing;

/// <summary>Looks for a message on a channel.</summary>
/// <param name="reader">Reads single messages.</param>
/// <param name="channel">The channel.</param>
internal sealed class ChannelProbe(ChannelReader reader, long channel)
{
    private const int Misses = 10;

    /// <summary>Looks at the messages from a number on, until there are no more.</summary>
    public async Task<ProbeFinding> ForwardsAsync(int first, Func<Message, bool> matches, CancellationToken cancellationToken)
    {
        var misses = 0;
        for (var id = first; misses < Misses; id++)
        {
            var glance = await LookAsync(id, cancellationToken);
            if (glance is Glance.Hindered hindered)
                return hindered.Finding;
            if (glance is Glance.Seen { Copy: { } copy } && matches(copy))
                return new ProbeFinding.Found(id, new DateTimeOffset(copy.ForwardOrigin!.Date, TimeSpan.Zero));
            misses = glance is Glance.Nothing ? misses + 1 : 0;
        }

        return new ProbeFinding.Absent();
    }

    /// <summary>Looks at the newest messages, back to a moment: for a channel of which no message is known yet.</summary>
    public async Task<ProbeFinding> BackwardsAsync(DateTimeOffset since, Func<Message, bool> matches, CancellationToken cancellationToken)
    {
        var (last, hindrance) = await FindLastAsync(cancellationToken);
        if (hindrance is not null)
            return hindrance;
        var misses = 0;
        for (var id = last; id > 0 && misses < Misses; id--)
        {
            var glance = await LookAsync(id, cancellationToken);
            if (glance is Glance.Hindered hindered)
                return hindered.Finding;
            misses = glance is Glance.Nothing ? misses + 1 : 0;
            if (glance is not Glance.Seen { Copy: { } copy })
                continue;
            if (matches(copy))
                return new ProbeFinding.Found(id, new DateTimeOffset(copy.ForwardOrigin!.Date, TimeSpan.Zero));
            if (copy.ForwardOrigin!.Date < since.UtcDateTime)
                break;
        }

        return new ProbeFinding.Absent();
    }

    /// <summary>The number of the newest message, give or take a gap: doubling, then halving.</summary>
    private async Task<(int Last, ProbeFinding? Hindrance)> FindLastAsync(CancellationToken cancellationToken)
    {
        var (low, high) = (0, 1);
        while (high < int.MaxValue / 2)
        {
            var (found, hindrance) = await FindNearAsync(high, cancellationToken);
            if (hindrance is not null)
                return (0, hindrance);
            if (found is null)
                break;
            (low, high) = (found.Value, found.Value * 2);
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            var (found, hindrance) = await FindNearAsync(middle, cancellationToken);
            if (hindrance is not null)
                return (0, hindrance);
            if (found is { } id)
                low = Math.Min(id, high - 1);
            else
                high = middle;
        }

        return (low, null);
    }

    /// <summary>The first message from a number on, within a gap's length.</summary>
    private async Task<(int? Found, ProbeFinding? Hindrance)> FindNearAsync(int first, CancellationToken cancellationToken)
    {
        for (var id = first; id < first + Misses; id++)
        {
            switch (await LookAsync(id, cancellationToken))
            {
                case Glance.Hindered hindered:
                    return (null, hindered.Finding);
                case Glance.Seen:
                    return (id, null);
                default:
                    continue;
            }
        }

        return (null, null);
    }

    private Task<Glance> LookAsync(int id, CancellationToken cancellationToken) => reader.LookAsync(channel, id, SendPriority.Channel, cancellationToken);
}
