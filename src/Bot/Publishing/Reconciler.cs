using System.Collections.Immutable;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Brings the channel to what an issue's publication says, a step at a time; each step is in the ledger before it is taken and after it.</summary>
internal sealed partial class Reconciler(
    PublicationStore publications,
    DeliveryStore deliveries,
    IssueStore issues,
    Sender sender,
    SendPolicy policy,
    ChannelLinks links,
    EditorNotices notices,
    PushBell pushes,
    RunMode mode,
    IOptions<PublishingOptions> options,
    TimeProvider time,
    ILogger<Reconciler> log)
{
    private const string Interrupted = "the program was stopped before the call";

    // what has happened on the channel is noted even when the service is told to stop
    private static readonly CancellationToken AlwaysNote = CancellationToken.None;

    private readonly HashSet<(long Publication, long Revision)> _rehearsed = [];

    /// <summary>Takes step after step until none is left or something stands in the way. The plan is made anew after each, so that a change of the file is seen at once.</summary>
    public async Task<ReconcileResult> ReconcileAsync(long publicationId, KnownChat channel, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return await RehearseAsync(publicationId, channel, cancellationToken);
        await publications.StartAsync(publicationId, cancellationToken);
        while (await publications.FindAsync(publicationId, cancellationToken) is { } publication)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await deliveries.FindUnknownAsync(publication.Channel, cancellationToken) is not null)
                return new ReconcileResult.Later(time.GetUtcNow() + options.Value.ProbeAfter);
            var plan = await PlanAsync(publication, cancellationToken);
            if (plan.IsEmpty && await CompleteAsync(publication, plan, cancellationToken))
                break;
            if (!plan.IsEmpty && await TakeAsync(plan.Steps[0], publication, channel, cancellationToken) is { } obstacle)
                return obstacle;
        }

        return new ReconcileResult.Complete();
    }

    /// <summary>Plans what is left to do for an issue.</summary>
    public async Task<PublicationPlan> PlanAsync(Publication publication, CancellationToken cancellationToken)
    {
        var posted = (await deliveries.ListAsync(publication.Id, cancellationToken)).Where(d => d is { State: DeliveryState.Sent, MessageId: not null }).Select(Posted).ToImmutableArray();
        return PublicationPlanner.Plan(new Situation
        {
            Wanted = publication.State == PublicationState.Retracting ? [] : publication.Digest.Messages,
            Posted = posted,
            Date = publication.Date,
            IsNewest = posted.IsEmpty || await deliveries.IsNewestAsync(publication, posted[0].MessageId, cancellationToken),
            Now = time.GetUtcNow(),
            Address = links.Post,
        });
    }

    /// <summary>Says what would be done, and does nothing.</summary>
    private async Task<ReconcileResult> RehearseAsync(long publicationId, KnownChat channel, CancellationToken cancellationToken)
    {
        if (await publications.FindAsync(publicationId, cancellationToken) is not { } publication || !_rehearsed.Add((publication.Id, publication.Revision)))
            return new ReconcileResult.Complete();
        foreach (var step in (await PlanAsync(publication, cancellationToken)).Steps)
        {
            if (step is PublicationStep.Send send)
                await sender.SendAsync(channel.Id, send.Content, new SendOptions { Silent = send.Silent }, cancellationToken);
            else if (step is PublicationStep.Edit edit)
                await sender.EditAsync(channel.Id, edit.MessageId, edit.Content, SendPriority.Channel, cancellationToken);
            else if (step is PublicationStep.Delete delete)
                await sender.DeleteAsync(channel.Id, delete.MessageId, SendPriority.Channel, cancellationToken);
        }

        return new ReconcileResult.Complete();
    }

    private static PostedMessage Posted(Delivery delivery) =>
        new(delivery.Id, delivery.MessageId!.Value, delivery.SentAt!.Value, delivery.Changing is null ? delivery.Content : null)
        {
            Continuation = delivery.Continuation,
            Fixed = delivery.Fixed,
            Going = delivery.Changing == MessageChange.Delete,
        };

    private async Task<bool> CompleteAsync(Publication publication, PublicationPlan plan, CancellationToken cancellationToken)
    {
        await issues.SetPostsAsync(publication.Date, plan.Posts, plan.Posts.IsEmpty && publication.State == PublicationState.Retracting ? null : plan.Head, cancellationToken);
        await issues.SetListedAsync(publication.Date, publication.State != PublicationState.Retracting, cancellationToken);
        if (!await publications.CompleteAsync(publication, time.GetUtcNow(), cancellationToken))
            return false;
        if (publication.State == PublicationState.Retracting)
            Retracted(publication.Date);
        else
            Shown(publication.Date, plan.Head);
        pushes.Ring();
        return true;
    }

    /// <summary>Takes one step.</summary>
    /// <returns>What stands in the way, or null.</returns>
    private Task<ReconcileResult?> TakeAsync(PublicationStep step, Publication publication, KnownChat channel, CancellationToken cancellationToken) => step switch
    {
        PublicationStep.Send send => SendAsync(send, publication, channel, cancellationToken),
        PublicationStep.Edit edit => EditAsync(edit, publication, channel, cancellationToken),
        PublicationStep.Delete delete => DeleteAsync(delete, publication, channel, cancellationToken),
        _ => throw new InvalidOperationException($"Unexpected {step}."),
    };

    private async Task<ReconcileResult?> SendAsync(PublicationStep.Send step, Publication publication, KnownChat channel, CancellationToken cancellationToken)
    {
        var delivery = await deliveries.BeginSendAsync(publication.Id, channel.Id, step.Content, step.Continuation, time.GetUtcNow(), cancellationToken);
        SendOutcome outcome;
        try
        {
            var how = new SendOptions { Priority = SendPriority.Channel, Silent = step.Silent, ReplyTo = step.ReplyTo };
            outcome = await sender.SendAsync(channel.Id, step.Content, how, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await deliveries.NotSentAsync(delivery, Interrupted, AlwaysNote);
            throw;
        }

        switch (outcome)
        {
            case SendOutcome.Sent sent:
                await deliveries.SentAsync(delivery, sent.MessageId, sent.Date, AlwaysNote);
                Sent(publication.Date, sent.MessageId);
                return null;
            case SendOutcome.Unknown unknown:
                var probeAt = time.GetUtcNow() + options.Value.ProbeAfter;
                await deliveries.UnknownAsync(delivery, unknown.Reason, probeAt, AlwaysNote);
                Unknown(publication.Date, unknown.Reason);
                return new ReconcileResult.Later(probeAt);
            case SendOutcome.Rejected rejected:
                await deliveries.RejectedAsync(delivery, rejected.Refusal.ToString(), AlwaysNote);
                return await PauseAsync(publication, rejected.Refusal, AlwaysNote);
            case SendOutcome.Postponed postponed:
                await deliveries.NotSentAsync(delivery, postponed.Reason, AlwaysNote);
                return await PostponeAsync(publication, postponed.Until, postponed.Reason, AlwaysNote);
            default:
                throw new InvalidOperationException($"Unexpected {outcome}.");
        }
    }

    private async Task<ReconcileResult?> EditAsync(PublicationStep.Edit step, Publication publication, KnownChat channel, CancellationToken cancellationToken)
    {
        await deliveries.BeginChangeAsync(step.Delivery, MessageChange.Edit, cancellationToken);
        var outcome = await sender.EditAsync(channel.Id, step.MessageId, step.Content, SendPriority.Channel, cancellationToken);
        switch (outcome)
        {
            case ChangeOutcome.Done:
                await deliveries.EditedAsync(step.Delivery, step.Content, AlwaysNote);
                Edited(publication.Date, step.MessageId);
                return null;
            case ChangeOutcome.Gone:
                await deliveries.DeletedAsync(step.Delivery, AlwaysNote);
                Gone(publication.Date, step.MessageId);
                return null;
            default:
                return await HinderAsync(step.Delivery, outcome, publication, AlwaysNote);
        }
    }

    private async Task<ReconcileResult?> DeleteAsync(PublicationStep.Delete step, Publication publication, KnownChat channel, CancellationToken cancellationToken)
    {
        await deliveries.BeginChangeAsync(step.Delivery, MessageChange.Delete, cancellationToken);
        var outcome = await sender.DeleteAsync(channel.Id, step.MessageId, SendPriority.Channel, cancellationToken);
        switch (outcome)
        {
            case ChangeOutcome.Done or ChangeOutcome.Gone:
                await deliveries.DeletedAsync(step.Delivery, AlwaysNote);
                Deleted(publication.Date, step.MessageId);
                return null;
            case ChangeOutcome.Rejected { Refusal.Kind: RefusalKind.Fixed }:
                await deliveries.FixedAsync(step.Delivery, AlwaysNote);
                return null;
            default:
                return await HinderAsync(step.Delivery, outcome, publication, AlwaysNote);
        }
    }

    private async Task<ReconcileResult?> HinderAsync(long delivery, ChangeOutcome outcome, Publication publication, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case ChangeOutcome.Rejected rejected:
                await deliveries.ChangeFailedAsync(delivery, rejected.Refusal.ToString(), cancellationToken);
                return await PauseAsync(publication, rejected.Refusal, cancellationToken);
            case ChangeOutcome.Postponed postponed:
                return await PostponeAsync(publication, postponed.Until, postponed.Reason, cancellationToken);
            default:
                throw new InvalidOperationException($"Unexpected {outcome}.");
        }
    }

    private async Task<ReconcileResult> PostponeAsync(Publication publication, DateTimeOffset? until, string reason, CancellationToken cancellationToken)
    {
        var backoff = time.GetUtcNow() + policy.DelayAfter(publication.Failures + 1);
        // a flood wait says exactly when; anything else is asked again less and less often
        var at = publication.Failures == 0 && until is { } told ? told : until > backoff ? until.Value : backoff;
        await publications.PostponeAsync(publication.Id, at, reason, cancellationToken);
        Postponed(publication.Date, at, reason);
        return new ReconcileResult.Later(at);
    }

    private async Task<ReconcileResult> PauseAsync(Publication publication, Refusal refusal, CancellationToken cancellationToken)
    {
        var pause = refusal.Kind is RefusalKind.Rights or RefusalKind.Unreachable or RefusalKind.Fixed ? PublicationPause.Rights : PublicationPause.Content;
        await publications.PauseAsync(publication.Id, pause, refusal.ToString(), cancellationToken);
        Paused(publication.Date, refusal);
        notices.Paused(publication.Date, pause, refusal);
        return new ReconcileResult.Paused(pause);
    }

    [LoggerMessage(5001, LogLevel.Information, "The channel shows the issue of {Date:yyyy-MM-dd}, from message {MessageId} on")]
    private partial void Shown(DateOnly date, int? messageId);

    [LoggerMessage(5002, LogLevel.Information, "The issue of {Date:yyyy-MM-dd} is taken back")]
    private partial void Retracted(DateOnly date);

    [LoggerMessage(5003, LogLevel.Debug, "Issue of {Date:yyyy-MM-dd}: message {MessageId} is sent")]
    private partial void Sent(DateOnly date, int messageId);

    [LoggerMessage(5004, LogLevel.Debug, "Issue of {Date:yyyy-MM-dd}: message {MessageId} is edited")]
    private partial void Edited(DateOnly date, int messageId);

    [LoggerMessage(5005, LogLevel.Debug, "Issue of {Date:yyyy-MM-dd}: message {MessageId} is deleted")]
    private partial void Deleted(DateOnly date, int messageId);

    [LoggerMessage(5006, LogLevel.Warning, "Issue of {Date:yyyy-MM-dd}: message {MessageId} is gone from the channel; what it said moves to other messages")]
    private partial void Gone(DateOnly date, int messageId);

    [LoggerMessage(5007, LogLevel.Warning, "Issue of {Date:yyyy-MM-dd}: nobody knows whether a message was sent ({Reason}); the channel waits until that is settled")]
    private partial void Unknown(DateOnly date, string reason);

    [LoggerMessage(5008, LogLevel.Warning, "Issue of {Date:yyyy-MM-dd}: trying again at {Until:u} ({Reason})")]
    private partial void Postponed(DateOnly date, DateTimeOffset until, string reason);

    [LoggerMessage(5009, LogLevel.Error, "Issue of {Date:yyyy-MM-dd}: Telegram refuses: {Refusal}. It stands still; mend the cause, then run `botdigest publish` with its date")]
    private partial void Paused(DateOnly date, Refusal refusal);
}
