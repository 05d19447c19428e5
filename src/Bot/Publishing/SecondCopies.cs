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

    /// <summary>Looks before a message's number is noted: the next run would no longer know.</summary>
    /// <param name="delivery">The message.</param>
    /// <param name="date">Its issue.</param>
    /// <param name="messageId">Its number.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RemoveAsync(Delivery delivery, DateOnly date, int messageId, CancellationToken cancellationToken)
    {
        var skipped = await deliveries.ListSkippedAsync(delivery.Id, messageId, cancellationToken);
        if (skipped.IsEmpty)
            return;
        var wanted = await deliveries.ListDoubtfulAsync(delivery.Id, cancellationToken);
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
        var known = await deliveries.ListKnownAsync(chat, numbers[0], numbers[^1], cancellationToken);
        var left = ImmutableArray.CreateBuilder<int>();
        foreach (var number in numbers.Where(n => !known.Contains(n)).Reverse())
        {
            switch (await LookAsync(chat, number, cancellationToken))
            {
                case Glance.Seen { Copy: { } copy } when wanted.Any(w => Says(copy, w)):
                    if (await sender.DeleteAsync(chat, number, SendPriority.Channel, cancellationToken) is ChangeOutcome.Done or ChangeOutcome.Gone)
                        Removed(date, number);
                    else
                        left.Insert(0, number);
                    break;
                case Glance.Hindered:
                    left.InsertRange(0, numbers.Where(n => n <= number && !known.Contains(n)));
                    return left.ToImmutable();
            }
        }

        return left.ToImmutable();
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
}
