using System.Collections.Concurrent;
using BotDigest.Bot.Commands;
using BotDigest.Bot.Commands.Cards;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Formatting.Messages;

namespace BotDigest.Bot.Subscribers;

/// <summary>Sends pushes that are due. One whose arrival is unknown is sent again once, and logged: a private chat cannot be looked into.</summary>
internal sealed partial class PushSender(IssueStore issues, SubscriberStore subscribers, PushStore pushes, IssueCard card, Sender sender, TimeProvider clock, ILogger<PushSender> log)
{
    private const int AtOnce = 8;
    private const int MaxAttempts = 2;

    private static readonly TimeSpan UnknownAgainAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PostponedFor = TimeSpan.FromMinutes(1);

    /// <summary>Takes up what a former process was sending when it ended.</summary>
    internal async Task RecoverAsync(CancellationToken cancellationToken)
    {
        foreach (var push in await pushes.ListSendingAsync(cancellationToken))
            await DoubtAsync(push, "the program ended while it was being sent", cancellationToken);
    }

    /// <summary>Sends pushes; each has its outcome kept when this returns.</summary>
    internal async Task SendAsync(IReadOnlyList<Push> due, CancellationToken cancellationToken)
    {
        var contents = new ConcurrentDictionary<(DateOnly Date, string Language), Lazy<Task<MessageContent?>>>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, options, async (push, token) =>
        {
            var subscriber = await subscribers.FindAsync(push.Chat, token);
            if (subscriber is not { Subscribed: true, Parked: false })
            {
                await pushes.RejectedAsync(push.Id, "no longer subscribed", token);
                return;
            }

            var texts = Texts.In(Languages.Of(subscriber.Language ?? subscriber.OwnLanguage));
            var composed = contents.GetOrAdd((push.Date, texts.Culture.Name), _ => new Lazy<Task<MessageContent?>>(() => ComposeAsync(push.Date, texts, cancellationToken)));
            if (await composed.Value is { } content)
                await SendAsync(push, subscriber, content, token);
            else
                await pushes.RejectedAsync(push.Id, "the issue has been taken back", token);
        });
    }

    private async Task<MessageContent?> ComposeAsync(DateOnly date, Texts texts, CancellationToken cancellationToken)
    {
        if (await issues.FindAsync(date, cancellationToken) is not { Listed: true } issue)
            return null;
        var content = await card.ComposeAsync(issue, texts, lead: null, cancellationToken);
        return content with { Keyboard = card.Push(issue, texts) };
    }

    private async Task SendAsync(Push push, Subscriber subscriber, MessageContent content, CancellationToken cancellationToken)
    {
        var options = new SendOptions { Priority = SendPriority.Broadcast, Silent = subscriber.Silent };
        switch (await sender.SendAsync(push.Chat, content, options, cancellationToken))
        {
            case SendOutcome.Sent sent:
                await pushes.SentAsync(push.Id, sent.MessageId, cancellationToken);
                break;
            case SendOutcome.Rejected { Refusal: var refusal }:
                await pushes.RejectedAsync(push.Id, refusal.ToString(), cancellationToken);
                if (refusal.Kind is RefusalKind.Unreachable or RefusalKind.Rights)
                    await subscribers.ParkAsync(push.Chat, cancellationToken);
                Rejected(push.Id, push.Day, refusal);
                break;
            case SendOutcome.Unknown { Reason: var reason }:
                await DoubtAsync(push, reason, cancellationToken);
                break;
            case SendOutcome.Postponed { Until: var until }:
                await pushes.PostponedAsync(push.Id, until ?? clock.GetUtcNow() + PostponedFor, cancellationToken);
                break;
            default:
                throw new InvalidOperationException("An outcome that nobody knows.");
        }
    }

    private async Task DoubtAsync(Push push, string reason, CancellationToken cancellationToken)
    {
        if (push.Attempts < MaxAttempts)
        {
            Repeated(push.Id, push.Day, reason);
            await pushes.AgainAsync(push.Id, clock.GetUtcNow() + UnknownAgainAfter, cancellationToken);
            return;
        }

        GivenUp(push.Id, push.Day, reason);
        await pushes.UnknownAsync(push.Id, reason, cancellationToken);
    }

    [LoggerMessage(4020, LogLevel.Warning, "Push {PushId} of {Date} was refused: {Refusal}")]
    private partial void Rejected(long pushId, string date, Refusal refusal);

    [LoggerMessage(4021, LogLevel.Warning, "Nobody knows whether push {PushId} of {Date} arrived ({Reason}); it is sent once more and may be there twice")]
    private partial void Repeated(long pushId, string date, string reason);

    [LoggerMessage(4022, LogLevel.Warning, "Nobody knows whether push {PushId} of {Date} arrived ({Reason}); it is not sent again")]
    private partial void GivenUp(long pushId, string date, string reason);
}
