using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Subscribers;

/// <summary>Sends one message of a push at a time, so that each is kept as sent before the next one begins. A message whose arrival is unknown is sent again once, and logged: a private chat cannot be looked into.</summary>
internal sealed partial class PushSender(
    PushComposer composer, Sender sender, ChannelZone channelZone, IOptions<LimitsOptions> limits, TimeProvider clock, ILogger<PushSender> log)
{
    private const int MostAttempts = 2;

    private static readonly TimeSpan UnknownAgainAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PostponedFor = TimeSpan.FromMinutes(1);

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What becomes of a push that a former process was sending when it ended.</summary>
    internal PushResult Recover(Push push) => Doubt(push, "the program ended while it was being sent");

    /// <summary>Sends the next message of a push.</summary>
    /// <exception cref="StorageException">What it says could not be read; nothing was sent.</exception>
    internal async Task<PushResult> SendAsync(Push push, CancellationToken cancellationToken)
    {
        var messages = await composer.ComposeAsync(push, cancellationToken);
        if (push.Part >= messages.Length)
            return new PushResult.Rejected(push, "there is nothing to send any more", IsUnreachable: false);
        var options = new SendOptions
        {
            Priority = SendPriority.Broadcast,
            Silent = push.Part > 0 || push.Subscriber.IsSilentAt(Now, channelZone.Value),
            Topic = push.Subscriber.Topic,
            Paid = limits.Value.PaidBroadcast,
        };
        switch (await sender.SendAsync(push.Chat, messages[push.Part], options, cancellationToken))
        {
            case SendOutcome.Sent sent:
                var next = push with { Part = push.Part + 1 };
                // the next one comes when the chat may have it: until then its place is another's
                return next.Part < messages.Length ? new PushResult.Again(next, Now + (TimeSpan.FromSeconds(1) / limits.Value.ChatPerSecond), Attempts: 0) : new PushResult.Sent(next, sent.MessageId);
            case SendOutcome.Rejected { Refusal: { IsAboutTopic: true } refusal } when push.Subscriber.Topic is not null:
                Rejected(push.Id, push.Day, refusal);
                return new PushResult.TopicGone(push);
            case SendOutcome.Rejected { Refusal: var refusal }:
                Rejected(push.Id, push.Day, refusal);
                return new PushResult.Rejected(push, refusal.ToString(), refusal.Kind is RefusalKind.Unreachable or RefusalKind.Rights);
            case SendOutcome.Unknown { Reason: var reason }:
                return Doubt(push, reason);
            case SendOutcome.Postponed { Until: var until }:
                return new PushResult.Again(push, until ?? Now + PostponedFor, push.Attempts - 1);
            default:
                throw new InvalidOperationException("An outcome that nobody knows.");
        }
    }

    private PushResult Doubt(Push push, string reason)
    {
        if (push.Attempts < MostAttempts)
        {
            Repeated(push.Id, push.Day, reason);
            return new PushResult.Again(push, Now + UnknownAgainAfter, push.Attempts);
        }

        GivenUp(push.Id, push.Day, reason);
        return new PushResult.Unknown(push, reason);
    }

    [LoggerMessage(4020, LogLevel.Warning, "Push {PushId} of {Date} was refused: {Refusal}")]
    private partial void Rejected(long pushId, string date, Refusal refusal);

    [LoggerMessage(4021, LogLevel.Warning, "Nobody knows whether push {PushId} of {Date} arrived ({Reason}); it is sent once more and may be there twice")]
    private partial void Repeated(long pushId, string date, string reason);

    [LoggerMessage(4022, LogLevel.Warning, "Nobody knows whether push {PushId} of {Date} arrived ({Reason}); it is not sent again")]
    private partial void GivenUp(long pushId, string date, string reason);
}
