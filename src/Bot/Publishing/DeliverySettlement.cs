using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Publishing;

/// <summary>Finds out whether a message whose answer was lost is on the channel: by forwarding what follows the last known message to the editors' chat. Nothing is guessed, and nothing is edited.</summary>
internal sealed partial class DeliverySettlement(
    PublicationStore publications,
    DeliveryStore deliveries,
    ChannelReader reader,
    SecondCopies copies,
    SendPolicy policy,
    IOptions<PublishingOptions> publishing,
    TimeProvider time,
    ILogger<DeliverySettlement> log)
{
    // the channel's clock is Telegram's, ours may differ
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    // what comes after our last message is new, however wrong our clock is
    private static readonly TimeSpan WorstClockDifference = TimeSpan.FromDays(1);

    // one that was hindered: a long channel could not be looked through between two of Telegram's pauses, were each to begin anew
    private (long Delivery, int Attempts, ChannelProbe Probe)? _search;

    /// <summary>Notes that the calls which were under way when the program ended have an unknown end.</summary>
    public async Task TakeUpAsync(string channel, CancellationToken cancellationToken)
    {
        await reader.TakeUpAsync(cancellationToken);
        var interrupted = await deliveries.MarkInterruptedAsync(channel, time.GetUtcNow() + publishing.Value.ProbeAfter, cancellationToken);
        if (interrupted > 0)
            Interrupted(interrupted);
    }

    /// <summary>Settles whatever is unknown on a channel.</summary>
    /// <returns>When to try again; null once all is settled.</returns>
    public async Task<DateTimeOffset?> SettleAllAsync(string channel, CancellationToken cancellationToken)
    {
        while (await deliveries.FindUnknownAsync(channel, cancellationToken) is { } unknown)
        {
            if (await SettleAsync(unknown, cancellationToken) is { } later)
                return later;
        }

        return null;
    }

    /// <summary>Settles a delivery.</summary>
    /// <returns>When to try again; null once it is settled.</returns>
    private async Task<DateTimeOffset?> SettleAsync(Delivery unknown, CancellationToken cancellationToken)
    {
        var publication = (await publications.FindAsync(unknown.PublicationId, cancellationToken))!;
        if (publication.NextAttemptAt is { } next && next > time.GetUtcNow())
            return next;
        if (!reader.CanRead)
        {
            Guessing(publication.Date);
            return await SendAgainAsync(unknown, DeliveryStore.Doubt, cancellationToken);
        }

        var last = await deliveries.LastMessageAsync(unknown.Chat, cancellationToken);
        var search = _search is { } begun && begun.Delivery == unknown.Id && begun.Attempts == unknown.Attempts
            ? begun.Probe
            : new ChannelProbe(reader, unknown.Chat, m => Matches(m, unknown, last is null ? ClockDifference : WorstClockDifference));
        var finding = last is { } known
            ? await search.ForwardsAsync(known + 1, cancellationToken)
            : await search.BackwardsAsync(unknown.AttemptAt!.Value - ClockDifference, cancellationToken);
        _search = finding is ProbeFinding.Later ? (unknown.Id, unknown.Attempts, search) : null;
        return await EndAsync(finding, unknown, publication, cancellationToken);
    }

    private async Task<DateTimeOffset?> EndAsync(ProbeFinding finding, Delivery unknown, Publication publication, CancellationToken cancellationToken)
    {
        switch (finding)
        {
            case ProbeFinding.Found found:
                await copies.RemoveAsync(unknown, publication.Date, found.MessageId, cancellationToken);
                await deliveries.SentAsync(unknown.Id, found.MessageId, found.Date, cancellationToken);
                WasSent(publication.Date, found.MessageId);
                return null;
            case ProbeFinding.Absent:
                // it may still lie beyond a long run of deleted messages, which only the next number shows
                WasNotSent(publication.Date);
                return await SendAgainAsync(unknown, DeliveryStore.Doubt, cancellationToken);
            case ProbeFinding.Unreadable unreadable:
                Unreadable(publication.Date, unreadable.Reason);
                return await SendAgainAsync(unknown, DeliveryStore.Doubt, cancellationToken);
            case ProbeFinding.Later later:
                var backoff = time.GetUtcNow() + policy.DelayAfter(publication.Failures + 1);
                var at = later.Until ?? backoff;
                await publications.PostponeAsync(publication.Id, at, later.Reason, cancellationToken);
                Waiting(publication.Date, at, later.Reason);
                return at;
            default:
                throw new InvalidOperationException($"Unexpected {finding}.");
        }
    }

    private async Task<DateTimeOffset?> SendAgainAsync(Delivery unknown, string doubt, CancellationToken cancellationToken)
    {
        await deliveries.NotSentAsync(unknown.Id, doubt, cancellationToken);
        return null;
    }

    private static bool Matches(Message copy, Delivery unknown, TimeSpan tolerance)
    {
        var sentAt = new DateTimeOffset(copy.ForwardOrigin!.Date, TimeSpan.Zero);
        return sentAt >= unknown.AttemptAt!.Value - tolerance && PostComparison.Same(unknown.Content!.Text, copy.Text, copy.Entities);
    }

    [LoggerMessage(5025, LogLevel.Warning, "{Count} call(s) were under way when the service ended; whether those messages are on the channel is looked into first")]
    private partial void Interrupted(int count);

    [LoggerMessage(5020, LogLevel.Information, "Issue of {Date:yyyy-MM-dd}: the message whose answer was lost is on the channel as {MessageId}")]
    private partial void WasSent(DateOnly date, int messageId);

    [LoggerMessage(5021, LogLevel.Information, "Issue of {Date:yyyy-MM-dd}: the message whose answer was lost is not on the channel; it is sent again")]
    private partial void WasNotSent(DateOnly date);

    [LoggerMessage(5022, LogLevel.Warning, "Issue of {Date:yyyy-MM-dd}: the answer to a message was lost, and without Telegram:EditorsChat nobody can look whether it is on the channel; it is sent again and may be there twice")]
    private partial void Guessing(DateOnly date);

    [LoggerMessage(5023, LogLevel.Warning, "Issue of {Date:yyyy-MM-dd}: the channel's messages cannot be forwarded ({Reason}), so a message whose answer was lost is sent again and may be there twice")]
    private partial void Unreadable(DateOnly date, string reason);

    [LoggerMessage(5024, LogLevel.Warning, "Issue of {Date:yyyy-MM-dd}: whether a message is on the channel is looked into again at {Until:u} ({Reason})")]
    private partial void Waiting(DateOnly date, DateTimeOffset until, string reason);
}
