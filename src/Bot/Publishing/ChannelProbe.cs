using BotDigest.Bot.Sending;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Publishing;

/// <summary>Reads a channel's messages, which a bot can do only by forwarding them; the copies are deleted at once.</summary>
/// <param name="sender">Forwards and deletes.</param>
/// <param name="channel">The channel.</param>
/// <param name="editors">Where the copies go.</param>
internal sealed class ChannelProbe(Sender sender, long channel, ChatTarget editors)
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

    private async Task<Glance> LookAsync(int id, CancellationToken cancellationToken)
    {
        switch (await sender.ForwardAsync(editors, channel, id, SendPriority.Channel, cancellationToken))
        {
            case ForwardOutcome.Forwarded { Copy: var copy }:
                await sender.DeleteAsync(editors, copy.Id, SendPriority.Channel, cancellationToken);
                return new Glance.Seen(copy.ForwardOrigin is MessageOriginChannel origin && origin.Chat.Id == channel && origin.MessageId == id ? copy : null);
            case ForwardOutcome.Missing:
                return new Glance.Nothing();
            case ForwardOutcome.Rejected { Refusal: { Kind: RefusalKind.Protected } refusal }:
                return new Glance.Hindered(new ProbeFinding.Unreadable(refusal.ToString()));
            case ForwardOutcome.Rejected { Refusal.Kind: RefusalKind.Fixed }:
                return new Glance.Seen(null);
            case ForwardOutcome.Rejected { Refusal: var refusal }:
                return new Glance.Hindered(new ProbeFinding.Later(null, refusal.ToString()));
            case ForwardOutcome.Postponed { Until: var until, Reason: var reason }:
                return new Glance.Hindered(new ProbeFinding.Later(until, reason));
            case var outcome:
                throw new InvalidOperationException($"Unexpected {outcome}.");
        }
    }

    /// <summary>What one look has shown.</summary>
    private abstract record Glance
    {
        /// <summary>A message; its copy, where it is one of the channel's own.</summary>
        internal sealed record Seen(Message? Copy) : Glance;

        /// <summary>No message.</summary>
        internal sealed record Nothing : Glance;

        /// <summary>It could not be looked at.</summary>
        internal sealed record Hindered(ProbeFinding Finding) : Glance;
    }
}
