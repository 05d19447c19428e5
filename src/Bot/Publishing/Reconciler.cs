using System.Collections.Immutable;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Subscribers;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Brings the channel to what an issue's publication says, a step at a time.</summary>
internal sealed partial class Reconciler(
    PublicationStore publications,
    DeliveryStore deliveries,
    IssueStore issues,
    Transaction transaction,
    Sender sender,
    StepExecution steps,
    ChannelLinks links,
    PublicationGate gate,
    PushBell pushes,
    RunMode mode,
    IOptions<PublishingOptions> options,
    TimeProvider time,
    ILogger<Reconciler> log)
{
    private static readonly TimeSpan HaltGlance = TimeSpan.FromSeconds(1);

    private readonly HashSet<(long Publication, long Revision)> _rehearsed = [];

    /// <summary>Takes step after step until none is left or something stands in the way. The plan is made anew after each, so that a change of the file is seen at once.</summary>
    /// <param name="publicationId">The publication.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="isCalledAway">Asked before each step: true where something else has to be looked at first.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ReconcileResult> ReconcileAsync(long publicationId, KnownChat channel, Func<CancellationToken, Task<bool>> isCalledAway, CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return await RehearseAsync(publicationId, channel, cancellationToken);
        while (await publications.FindAsync(publicationId, cancellationToken) is { } found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // its file may have made it a draft again, or put it off, before anything was sent
            var publication = IsDue(found) ? found with { State = PublicationState.Publishing } : found;
            if (publication.State is not (PublicationState.Publishing or PublicationState.Retracting))
                break;
            if (await isCalledAway(cancellationToken))
                return new ReconcileResult.CalledAway();
            if (await gate.FindHaltAsync(cancellationToken) is not null)
                return new ReconcileResult.Later(time.GetUtcNow() + HaltGlance);
            if (await gate.HoldsBackAsync(publication, cancellationToken))
            {
                await publications.HoldBackAsync(publication, cancellationToken);
                break;
            }

            if (await deliveries.FindUnknownAsync(publication.Channel, cancellationToken) is not null)
                return new ReconcileResult.Later(time.GetUtcNow() + options.Value.ProbeAfter);
            var plan = await PlanAsync(publication, cancellationToken);
            if (plan.IsEmpty && await CompleteAsync(publication, plan, cancellationToken))
                break;
            if (!plan.IsEmpty && await steps.TakeAsync(plan.Steps[0], publication, channel, cancellationToken) is { } obstacle)
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

    private bool IsDue(Publication publication) => publication.State == PublicationState.Scheduled && publication.DueAt + options.Value.HoldFor <= time.GetUtcNow();

    private async Task<bool> CompleteAsync(Publication publication, PublicationPlan plan, CancellationToken cancellationToken)
    {
        var isComplete = await transaction.RunAsync(
            async () =>
            {
                await issues.SetPostsAsync(publication.Date, plan.Posts, plan.Posts.IsEmpty && publication.State == PublicationState.Retracting ? null : plan.Head, cancellationToken);
                await issues.SetListedAsync(publication.Date, publication.State != PublicationState.Retracting, cancellationToken);
                return await publications.CompleteAsync(publication, time.GetUtcNow(), cancellationToken);
            },
            cancellationToken);
        if (!isComplete)
            return false;
        if (publication.State == PublicationState.Retracting)
            Retracted(publication.Date);
        else
            Shown(publication.Date, plan.Head);
        pushes.Ring();
        return true;
    }

    [LoggerMessage(5001, LogLevel.Information, "The channel shows the issue of {Date:yyyy-MM-dd}, from message {MessageId} on")]
    private partial void Shown(DateOnly date, int? messageId);

    [LoggerMessage(5002, LogLevel.Information, "The issue of {Date:yyyy-MM-dd} is taken back")]
    private partial void Retracted(DateOnly date);
}
