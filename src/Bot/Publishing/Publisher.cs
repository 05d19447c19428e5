using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Publishing;

/// <summary>Keeps the channel as the ledger wants it: issues at their due times and in date order, edits when files change, requests of the command line.</summary>
internal sealed partial class Publisher(
    PublicationStore publications,
    ChannelHistory history,
    Reconciler reconciler,
    DeliverySettlement settlement,
    PublicationDesk desk,
    PublicationGate gate,
    HeadPin pin,
    KnownChats chats,
    Database database,
    Leases leases,
    SendPolicy policy,
    PublisherSignal signal,
    Readiness readiness,
    RunMode mode,
    IOptions<TelegramOptions> telegram,
    IOptions<PublishingOptions> options,
    TimeProvider time,
    ILogger<Publisher> log) : BackgroundService
{
    /// <summary>What readiness calls the database.</summary>
    internal const string Part = "database";

    // requests come from other processes, which cannot wake this one; and a clock may be put forward
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FaultRest = TimeSpan.FromSeconds(5);

    // no wait of our own is longer, see SendPolicy.DelayAfter
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly string _channel = ChannelKey.Of(telegram.Value);

    /// <summary>Does everything that is due now. What people ask for meanwhile comes before the next message.</summary>
    /// <returns>When there is something to do next; null where nothing waits.</returns>
    internal async Task<DateTimeOffset?> WorkAsync(KnownChat channel, CancellationToken cancellationToken)
    {
        while (true)
        {
            await TakeRequestsAsync(cancellationToken);
            var (isCalledAway, next) = await PublishAsync(channel, cancellationToken);
            if (isCalledAway)
                continue;
            await desk.AnswerAsync(_ => true, cancellationToken);
            return next;
        }
    }

    /// <summary>Takes up what an earlier run has left: calls whose end it did not see, issues that stood still for want of rights.</summary>
    internal async Task TakeUpAsync(KnownChat channel, CancellationToken cancellationToken)
    {
        // what another service was asked for holds for this one, too
        await policy.RestorePausesAsync(cancellationToken);
        pin.Forget();
        await history.FollowAsync(_channel, channel, cancellationToken);
        await settlement.TakeUpAsync(_channel, cancellationToken);
        await publications.ResumeAsync(_channel, cancellationToken);
        await publications.ForgetWaitsAsync(_channel, time.GetUtcNow() + LongestWait, cancellationToken);
    }

    /// <summary>After the clock was put back, what was to wait for seconds would wait for as long as it was put back.</summary>
    private async Task FollowClockAsync(DateTimeOffset lastLook, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < lastLook - LongestRest)
            await publications.ForgetWaitsAsync(_channel, now + FaultRest, cancellationToken);
    }

    private async Task TakeRequestsAsync(CancellationToken cancellationToken)
    {
        foreach (var request in await desk.ListNewAsync(cancellationToken))
        {
            try
            {
                await desk.TakeAsync(request, cancellationToken);
            }
            catch (Exception e) when (e is not (OperationCanceledException or StorageException))
            {
                RequestFailed(request.Verb, request.Argument, e);
                await desk.RefuseAsync(request, $"The program failed: {e.Message} Its log says more.", cancellationToken);
            }
        }
    }

    private async Task<(bool IsCalledAway, DateTimeOffset? Next)> PublishAsync(KnownChat channel, CancellationToken cancellationToken)
    {
        if (await settlement.SettleAllAsync(_channel, cancellationToken) is { } unsettled)
            return (false, unsettled);
        if (await gate.FindHaltAsync(cancellationToken) is not null)
            return (false, null);
        var now = time.GetUtcNow();
        var unapproved = await gate.ListUnapprovedAsync(cancellationToken);
        var allDue = await publications.ListDueAsync(_channel, now, options.Value.HoldFor, cancellationToken);
        await desk.AnswerAsync(date => allDue.All(d => d.Date != date), cancellationToken);
        foreach (var due in allDue)
        {
            if (unapproved.Contains(due.Id))
                continue;
            if (due.Paused == PublicationPause.Rights)
                return (false, null);
            if (due.Paused is not null)
                continue;
            if (due.NextAttemptAt is { } next && next > now)
                return (false, next);
            switch (await ReconcileAsync(due, channel, cancellationToken))
            {
                case ReconcileResult.CalledAway:
                    return (true, null);
                case ReconcileResult.Later later:
                    return (false, later.Until);
                case ReconcileResult.Paused { Pause: PublicationPause.Rights }:
                    return (false, null);
                default:
                    await desk.AnswerAsync(date => date == due.Date, cancellationToken);
                    continue;
            }
        }

        await pin.KeepAsync(channel.Id, cancellationToken);
        var wake = await publications.NextWakeAsync(_channel, options.Value.HoldFor, cancellationToken);
        // an issue that is due and not approved is waited for, not looked at again and again
        return (false, unapproved.Count > 0 && wake <= now ? null : wake);
    }

    /// <summary>Brings the channel to what an issue says. One that the program fails on stands still, and others go on once it is known what the channel shows of it.</summary>
    private async Task<ReconcileResult> ReconcileAsync(DuePublication due, KnownChat channel, CancellationToken cancellationToken)
    {
        try
        {
            return await reconciler.ReconcileAsync(due.Id, channel, async token => !(await desk.ListNewAsync(token)).IsEmpty, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StorageException))
        {
            IssueFailed(due.Date, e);
            await publications.PauseAsync(due.Id, PublicationPause.Fault, e.Message, cancellationToken);
            await settlement.TakeUpAsync(_channel, cancellationToken);
            return new ReconcileResult.Later(time.GetUtcNow());
        }
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        readiness.Expect(Part);
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var channel = await chats.ChannelAsync(stoppingToken);
        if (mode.DryRun)
            DryRun();
        long? takenUp = null;
        var isInterrupted = false;
        var (lastLook, fault) = (DateTimeOffset.UnixEpoch, "");
        while (true)
        {
            TimeSpan rest;
            try
            {
                await WhenOursAsync(stoppingToken);
                var fence = leases.Publisher.Fence;
                if (takenUp != fence)
                    await TakeUpAsync(channel, stoppingToken);
                if (isInterrupted)
                    await settlement.TakeUpAsync(_channel, stoppingToken);
                await FollowClockAsync(lastLook, stoppingToken);
                lastLook = time.GetUtcNow();
                (takenUp, isInterrupted) = (fence, false);
                var next = await WorkAsync(channel, stoppingToken);
                await database.TidyAsync(stoppingToken);
                readiness.Up(Part);
                fault = "";
                rest = next - time.GetUtcNow() is { } wait && wait < LongestRest ? wait : LongestRest;
            }
            catch (LeaseLostException)
            {
                await leases.Publisher.LookAsync(stoppingToken);
                rest = LongestRest;
            }
            catch (StorageException e)
            {
                readiness.Down(Part, e.Message);
                if (e.Message != fault)
                    StorageFailed(fault = e.Message);
                (isInterrupted, rest) = (true, FaultRest);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                readiness.Down(Part, "a fault of the program, see the log");
                if (e.Message != fault)
                    Failed(e);
                fault = e.Message;
                (isInterrupted, rest) = (true, FaultRest);
            }

            await signal.WaitAsync(rest, time, stoppingToken);
        }
    }

    /// <summary>Waits until this service may publish and has read the folder. Until then it is as ready as it can be.</summary>
    private async Task WhenOursAsync(CancellationToken cancellationToken)
    {
        while (!leases.Publisher.IsHeld)
        {
            if (leases.Publisher.Fault is { } reason)
                readiness.Down(Part, reason);
            else
                readiness.Up(Part);
            await signal.WaitAsync(LongestRest, time, cancellationToken);
        }

        await signal.WhenReadyAsync(cancellationToken);
    }

    [LoggerMessage(5063, LogLevel.Error, "Publishing waits for the database. {Reason} Trying again and again")]
    private partial void StorageFailed(string reason);

    [LoggerMessage(5061, LogLevel.Information, "Dry run: nothing is sent, edited or deleted")]
    private partial void DryRun();

    [LoggerMessage(5062, LogLevel.Error, "Publishing failed and is tried again and again")]
    private partial void Failed(Exception exception);

    [LoggerMessage(5064, LogLevel.Error, "Issue of {Date:yyyy-MM-dd}: a fault of the program. It stands still, and others go on; it is tried again when its file changes, after /retry in the editors' chat, or after a restart")]
    private partial void IssueFailed(DateOnly date, Exception exception);

    [LoggerMessage(5065, LogLevel.Error, "The request to {Verb} {Argument} failed because of a fault of the program")]
    private partial void RequestFailed(string verb, string argument, Exception exception);
}
