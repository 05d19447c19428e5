using BotDigest.Bot.Sending;
using BotDigest.Bot.Subscribers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Tests.Subscribers;

public sealed class PushSenderTests
{
    [Fact]
    public void What_was_being_sent_when_the_program_ended_is_sent_once_more_and_then_given_up()
    {
        var clock = new ManualClock();

        // Recovering needs neither the composer nor the sender.
        var sender = new PushSender(null!, null!, new ChannelZone(TimeZoneInfo.Utc), Options.Create(new LimitsOptions()), clock, NullLogger<PushSender>.Instance);
        var push = new Push(1, new Subscriber(1), PushKind.Issue, new DateOnly(2026, 1, 15), Part: 0, Attempts: 1, clock.GetUtcNow());
        Assert.Equal(new PushResult.Again(push, clock.GetUtcNow().AddSeconds(30), Attempts: 1), sender.Recover(push));
        Assert.IsType<PushResult.Unknown>(sender.Recover(push with { Attempts = 2 }));
    }
}
