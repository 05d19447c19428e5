using System.Collections.Immutable;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Publishing;

/// <summary>Removes what a lost answer has left on the channel a second time: once a message has its number, the numbers before it that nobody accounts for are looked at. Where they cannot be, they are named.</summary>
internal sealed partial class SecondCopies(DeliveryStore deliveries, ChannelReader reader, Sender sender, ILogger<SecondCopies> log)
{
    private const int MostNamed = 10;
    private const int Tries = 3;

    // what may be there twice is named even when the service is told to stop
    private static readonly CancellationToken AlwaysName = CancellationToken.None;

    /// <summary>Looks before a message's number is noted: the next run would no longer know.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="date">Its issue.</param>
    /// <param name="messageId">Its number.</param>
    /// <param name="cancellationToken">Gives up; what has not been looked at by then is named.</param>
    public async Task RemoveAsync(Delivery delivery, DateOnly date, int messageId, CancellationToken cancellationToken)
    {
        var skipped = await deliveries.ListSkippedAsync(delivery.Id, messageId, AlwaysName);
        if (skipped.IsEmpty)
            return;
        var wanted = await deliveries.ListDoubtfulAsync(delivery.Id, AlwaysName);
        var left = reader.CanRead ? await RemoveAsync(skipped, wanted, delivery.Chat, date, cancellationToken) : skipped;
        if (left.IsEmpty)
            return;
        var named = string.Join(", ", left.TakeLast(MostNamed));
        Twice(date, named, messageId);
    }

    /// <summary>Looks at numbers, the latest first, and deletes what is there twice.</summary>
    /// <returns>Those that could not be looked at, or not be deleted.</returns>
    private async Task<ImmutableArray<int>> RemoveAsync(ImmutableArray<int> numbers, IReadOnlyList<MessageContent> wanted, long chat, DateOnly date, CancellationToken cancellationToken)
    {
        var known = await deliveries.ListKnownAsync(chat, numbers[0], numbers[^1], AlwaysName);
        var left = ImmutableArray.CreateBuilder<int>();
        foreach (var number in numbers.Where(n => !known.Contains(n)).Reverse())
        {
            switch (await TryAsync(chat, number, wanted, cancellationToken))
            {
                case Outcome.Removed:
                    Removed(date, number);
                    break;
                case Outcome.Stays:
                    left.Insert(0, number);
                    break;
                case Outcome.Hindered:
                    left.InsertRange(0, numbers.Where(n => n <= number && !known.Contains(n)));
                    return left.ToImmutable();
            }
        }

        return left.ToImmutable();
    }

    /// <summary>Looks at a number, and deletes what is there twice.</summary>
    private async Task<Outcome> TryAsync(long chat, int number, IReadOnlyList<MessageContent> wanted, CancellationToken cancellationToken)
    {
        try
        {
            switch (await LookAsync(chat, number, cancellationToken))
            {
                case Glance.Seen { Copy: { } copy } when wanted.Any(w => Says(copy, w)):
                    return await sender.DeleteAsync(chat, number, SendPriority.Channel, cancellationToken) is ChangeOutcome.Done or ChangeOutcome.Gone ? Outcome.Removed : Outcome.Stays;
                case Glance.Hindered:
                    return Outcome.Hindered;
                default:
                    return Outcome.Nothing;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Outcome.Hindered;
        }
    }

    private async Task<Glance> LookAsync(long chat, int number, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var glance = await reader.LookAsync(chat, number, SendPriority.Channel, cancellationToken);
            if (glance is not Glance.Hindered { Finding: ProbeFinding.Later } || attempt == Tries)
                return glance;
        }
    }

    private static bool Says(Message copy, MessageContent wanted) => PostComparison.Same(wanted.Text, copy.Text, copy.Entities);

    [LoggerMessage(5012, LogLevel.Warning, "Issue of {Date:yyyy-MM-dd}: a message is probably there twice: {Copies} beside {MessageId}. Delete what is too much")]
    private partial void Twice(DateOnly date, string copies, int messageId);

    [LoggerMessage(5013, LogLevel.Warning, "Issue of {Date:yyyy-MM-dd}: message {MessageId} was there twice, because an answer was lost; the second one is deleted")]
    private partial void Removed(DateOnly date, int messageId);

    /// <summary>What came of looking at a number.</summary>
    private enum Outcome
    {
        Nothing,
        Removed,
        Stays,
        Hindered,
    }
}
