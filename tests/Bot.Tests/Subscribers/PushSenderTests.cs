using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using BotDigest.Bot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotDigest.Bot.Tests.Subscribers;

public sealed class PushSenderTests() : DatabaseTests(StorageProvider.Sqlite)
{
    [Fact]
    public async Task What_was_being_sent_when_the_program_ended_is_sent_once_more_and_then_given_up()
    {
        var clock = new ManualClock();
        var subscribers = new SubscriberStore(Database, clock);
        var pushes = new PushStore(Database, clock);
        await subscribers.SubscribeAsync(1, "en", Cancellation);
        await pushes.PlanAsync(new DateOnly(2026, 1, 15), clock.GetUtcNow(), [(1, clock.GetUtcNow())], Cancellation);

        Assert.Equal(1, Assert.Single(await pushes.ClaimAsync(10, Cancellation)).Attempts);
        await NewProcess().RecoverAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(2, Assert.Single(await pushes.ClaimAsync(10, Cancellation)).Attempts);
        await NewProcess().RecoverAsync(Cancellation);

        clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await pushes.ClaimAsync(10, Cancellation));
        Assert.Empty(await pushes.ListSendingAsync(Cancellation));

        // Recovering needs neither the card nor the sender.
        PushSender NewProcess() => new(null!, subscribers, pushes, (IssueCard)null!, (Sender)null!, clock, NullLogger<PushSender>.Instance);
    }
}
