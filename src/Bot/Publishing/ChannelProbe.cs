using BotDigest.Bot.Sending;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Publishing;

/// <summary>Looks for a message on a channel. Where something hinders it, it goes on later from where it was.</summary>
/// <param name="reader">Reads single messages.</param>
/// <param name="channel">The channel.</param>
/// <param name="matches">True for the message that is looked for.</param>
internal sealed class ChannelProbe(ChannelReader reader, long channel, Func<Message, bool> matches)
{
    private const int Misses = 10;

    private int _low;
    private int _high;
    private int? _place;
    private int _misses;

    /// <summary>Looks at the messages from a number on, until there are no more.</summary>
    public async Task<ProbeFinding> ForwardsAsync(int first, CancellationToken cancellationToken)
    {
        for (_place ??= first; _misses < Misses; _place++)
        {
            var glance = await LookAsync(_place.Value, cancellationToken);
            if (glance is Glance.Hindered hindered)
                return hindered.Finding;
            if (glance is Glance.Seen { Copy: { } copy } && matches(copy))
                return Found(copy);
            _misses = glance is Glance.Nothing ? _misses + 1 : 0;
        }

        return new ProbeFinding.Absent();
    }

    /// <summary>Looks at the newest messages, back to a moment: for a channel of which no message is known yet.</summary>
    public async Task<ProbeFinding> BackwardsAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (_place is null && await FindLastAsync(cancellationToken) is { } hindrance)
            return hindrance;
        for (; _place > 0 && _misses < Misses; _place--)
        {
            var glance = await LookAsync(_place.Value, cancellationToken);
            if (glance is Glance.Hindered hindered)
                return hindered.Finding;
            _misses = glance is Glance.Nothing ? _misses + 1 : 0;
            if (glance is not Glance.Seen { Copy: { } copy })
                continue;
            if (matches(copy))
                return Found(copy);
            if (copy.ForwardOrigin!.Date < since.UtcDateTime)
                break;
        }

        return new ProbeFinding.Absent();
    }

    private static ProbeFinding.Found Found(Message copy) =>
        new(((MessageOriginChannel)copy.ForwardOrigin!).MessageId, new DateTimeOffset(copy.ForwardOrigin!.Date, TimeSpan.Zero));

    /// <summary>Goes to the newest message, give or take a gap: doubling, then halving.</summary>
    /// <returns>What hinders it; null where it is there.</returns>
    private async Task<ProbeFinding?> FindLastAsync(CancellationToken cancellationToken)
    {
        // while it is still doubling there is no upper bound
        while (_high == 0 || _high - _low > 1)
        {
            var middle = _high > 0 ? _low + ((_high - _low) / 2) : Math.Max(1, _low * 2);
            var (found, hindrance) = await FindNearAsync(middle, cancellationToken);
            if (hindrance is not null)
                return hindrance;
            if (found is null || middle > int.MaxValue / 4)
                _high = middle;
            else
                _low = _high > 0 ? Math.Min(found.Value, _high - 1) : found.Value;
        }

        _place = _low;
        return null;
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
