using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Takes single steps on the channel; each is in the ledger before it is taken and after it.</summary>
internal sealed partial class StepExecution(
    PublicationStore publications,
    DeliveryStore deliveries,
    SecondCopies copies,
    Sender sender,
    SendPolicy policy,
    KnownChats chats,
    Readiness readiness,
    IOptions<PublishingOptions> options,
    TimeProvider time,
    ILogger<StepExecution> log)
{
    private const string Interrupted = "the program was stopped before the call";

    // what has happened on the channel is noted even when the service is told to stop
    private static readonly CancellationToken AlwaysNote = CancellationToken.None;
    private static readonly TimeSpan StorageRest = TimeSpan.FromSeconds(1);

    /// <summary>Takes one step.</summary>
    /// <returns>What stands in the way, or null.</returns>
    public async Task<ReconcileResult?> TakeAsync(PublicationStep step, Publication publication, KnownChat channel, CancellationToken cancellationToken)
    {
        var rights = chats.RightsChanges;
        var obstacle = step switch
        {
            PublicationStep.Send send => await SendAsync(send, publication, channel, cancellationToken),
            PublicationStep.Edit edit => await EditAsync(edit, publication, channel, cancellationToken),
            PublicationStep.Delete delete => await DeleteAsync(delete, publication, channel, cancellationToken),
            _ => throw new InvalidOperationException($"Unexpected {step}."),
        };
        return obstacle is ReconcileResult.Paused { Pause: PublicationPause.Rights } && chats.RightsChanges != rights ? await ResumeAsync(publication, AlwaysNote) : obstacle;
    }

    private async Task<ReconcileResult?> SendAsync(PublicationStep.Send step, Publication publication, KnownChat channel, CancellationToken cancellationToken)
    {
        // nothing is sent that the ledger has meanwhile given up: the next plan knows better
        if (await deliveries.BeginSendAsync(publication, channel.Id, step.Content, step.Continuation, time.GetUtcNow(), cancellationToken) is not { } delivery)
            return null;
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
                var row = new Delivery { Id = delivery, PublicationId = publication.Id, State = DeliveryState.Sending, Chat = channel.Id };
                await NoteAsync(
                    async token =>
                    {
                        // looking may take minutes, and a stop does not wait for it
                        await copies.RemoveAsync(row, publication.Date, sent.MessageId, cancellationToken);
                        await deliveries.SentAsync(delivery, sent.MessageId, sent.Date, token);
                    },
                    cancellationToken);
                Sent(publication.Date, sent.MessageId);
                return null;
            case SendOutcome.Unknown unknown:
                var probeAt = time.GetUtcNow() + options.Value.ProbeAfter;
                await NoteAsync(token => deliveries.UnknownAsync(delivery, unknown.Reason, probeAt, token), cancellationToken);
                Unknown(publication.Date, unknown.Reason);
                return new ReconcileResult.Later(probeAt);
            case SendOutcome.Rejected rejected:
                await NoteAsync(token => deliveries.RejectedAsync(delivery, rejected.Refusal.ToString(), token), cancellationToken);
                return await PauseAsync(publication, rejected.Refusal, AlwaysNote);
            case SendOutcome.Postponed postponed:
                await NoteAsync(token => deliveries.NotSentAsync(delivery, postponed.Reason, token), cancellationToken);
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
                await NoteAsync(token => deliveries.EditedAsync(step.Delivery, step.Content, token), cancellationToken);
                Edited(publication.Date, step.MessageId);
                return null;
            case ChangeOutcome.Gone:
                await NoteAsync(token => deliveries.DeletedAsync(step.Delivery, token), cancellationToken);
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
                await NoteAsync(token => deliveries.DeletedAsync(step.Delivery, token), cancellationToken);
                Deleted(publication.Date, step.MessageId);
                return null;
            case ChangeOutcome.Rejected { Refusal.Kind: RefusalKind.Fixed }:
                await NoteAsync(token => deliveries.FixedAsync(step.Delivery, token), cancellationToken);
                return null;
            default:
                return await HinderAsync(step.Delivery, outcome, publication, AlwaysNote);
        }
    }

    /// <summary>Notes what has happened. A ledger that cannot be written is waited for: nobody else knows, and what is not noted would have to be found out anew.</summary>
    private async Task NoteAsync(Func<CancellationToken, Task> note, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await note(AlwaysNote);
                return;
            }
            catch (StorageException e) when (!cancellationToken.IsCancellationRequested)
            {
                readiness.Down(Publisher.Part, e.Message);
                NotNoted(e.Message);
                await Task.Delay(StorageRest, time, cancellationToken);
            }
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
        return new ReconcileResult.Paused(pause);
    }

    /// <summary>Takes back a pause for want of rights that a change of rights has overtaken: whoever heard of that change found nothing to resume yet.</summary>
    private async Task<ReconcileResult> ResumeAsync(Publication publication, CancellationToken cancellationToken)
    {
        await publications.ResumeAsync(publication.Channel, cancellationToken);
        Overtaken(publication.Date);
        return new ReconcileResult.Later(time.GetUtcNow());
    }

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

    [LoggerMessage(5010, LogLevel.Error, "What was done on the channel cannot be written down yet. {Reason} Trying again")]
    private partial void NotNoted(string reason);

    [LoggerMessage(5011, LogLevel.Information, "Issue of {Date:yyyy-MM-dd}: the rights have changed meanwhile; it goes on at once")]
    private partial void Overtaken(DateOnly date);
}
