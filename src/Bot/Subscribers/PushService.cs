using System.Collections.Concurrent;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;

namespace BotDigest.Bot.Subscribers;

/// <summary>
/// Sends what is due to each subscriber, once and in the order of their hours. A turn keeps in one transaction what became of former pushes and claims as many new ones as places are free,
/// so that whatever is killed, only what was under way is in doubt.
/// </summary>
internal sealed partial class PushService : BackgroundService
{
    // How soon a published issue is noticed where nobody rings.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LookWithin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(10);

    // Outcomes that come within this time are kept together: a disk is asked to write a few dozen times a second, and not once a push.
    private static readonly TimeSpan TurnEvery = TimeSpan.FromMilliseconds(10);

    private readonly PushPlanner _planner;
    private readonly PushSender _sender;
    private readonly PushStore _pushes;
    private readonly PushBell _bell;
    private readonly Lease _lease;
    private readonly PushMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly ILogger<PushService> _log;
    private readonly int _places;
    private readonly ConcurrentQueue<PushResult> _results = new();
    private readonly List<PushResult> _settling = [];
    private int _open;
    private bool _hasChanged = true;

    public PushService(PushPlanner planner, PushSender sender, PushStore pushes, PushBell bell, Leases leases, PushMetrics metrics, TimeProvider clock, IOptions<LimitsOptions> limits, ILogger<PushService> log)
    {
        (_planner, _sender, _pushes, _bell, _lease, _metrics, _clock, _log) = (planner, sender, pushes, bell, leases.Publisher, metrics, clock, log);
        _places = Math.Clamp(limits.Value.BroadcastPerSecond / 16, 8, 64);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? recovered = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!_lease.IsHeld)
                {
                    await _bell.WaitAsync(LookWithin, _clock, stoppingToken);
                    continue;
                }

                var fence = _lease.Fence;
                if (recovered != fence && _open > 0)
                {
                    // what is still under way is nobody's to recover
                    await _bell.WaitAsync(LookWithin, _clock, stoppingToken);
                    continue;
                }

                if (recovered != fence)
                    await RecoverAsync(stoppingToken);
                recovered = fence;
                await RunAsync(stoppingToken);
                await _bell.WaitAsync(await UntilNextAsync(stoppingToken), _clock, stoppingToken);
            }
            catch (LeaseLostException)
            {
                // the other service takes up what this one was sending
                Forget();
                await _lease.LookAsync(stoppingToken);
            }
            catch (StorageException e)
            {
                Failed(e.Message, AfterFault);
                await Task.Delay(AfterFault, _clock, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // pushes are not worth the channel: whatever this is, publishing and answering go on
                Stumbled(e, AfterFault);
                await Task.Delay(AfterFault, _clock, stoppingToken);
            }
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await EndAsync(cancellationToken);
    }

    /// <summary>Plans and sends until nothing is due and nothing under way.</summary>
    private async Task RunAsync(CancellationToken cancellationToken)
    {
        long? looked = null;
        while (_lease.IsHeld)
        {
            // a long broadcast hides nothing that comes meanwhile
            if (looked is null || _clock.GetElapsedTime(looked.Value) > LookWithin)
            {
                await _planner.LookAsync(cancellationToken);
                looked = _clock.GetTimestamp();
            }

            var planned = await _planner.PlanPageAsync(cancellationToken);
            foreach (var push in await TurnAsync(_places - _open, cancellationToken))
                Start(push, cancellationToken);
            if (planned)
                continue;
            if (_open == 0 && _results.IsEmpty)
            {
                await FinishAsync(cancellationToken);
                return;
            }

            // whatever comes to an end rings
            await _bell.WaitAsync(_open >= _places ? LookEvery : await UntilNextAsync(cancellationToken), _clock, cancellationToken);
            await Task.Delay(TurnEvery, _clock, cancellationToken);
        }
    }

    /// <summary>Keeps what has come to an end, and claims as much as places are free.</summary>
    private async Task<List<Push>> TurnAsync(int places, CancellationToken cancellationToken)
    {
        while (_results.TryDequeue(out var result))
            _settling.Add(result);
        if (_settling.Count == 0 && places <= 0)
            return [];
        var due = await _pushes.TurnAsync(_settling, places, cancellationToken);
        _hasChanged |= _settling.Count > 0;
        _settling.Clear();
        return due;
    }

    /// <summary>Keeps how broadcasts have ended, where anything has come to an end since.</summary>
    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (!_hasChanged)
            return;
        await _pushes.FinishAsync(cancellationToken);
        _hasChanged = false;
    }

    private void Start(Push push, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        _ = Task.Run(() => SendAsync(push, cancellationToken), CancellationToken.None);
    }

    private async Task SendAsync(Push push, CancellationToken cancellationToken)
    {
        PushResult result;
        try
        {
            result = await _sender.SendAsync(push, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // it had not begun
            result = new PushResult.Again(push, push.WantedAt, push.Attempts - 1);
        }
        catch (StorageException e)
        {
            // what it says could not be read: nothing was sent
            Failed(e.Message, AfterFault);
            result = new PushResult.Again(push, _clock.GetUtcNow() + AfterFault, push.Attempts - 1);
        }
        catch (Exception e)
        {
            Faulted(e, push.Id, push.Day);
            result = new PushResult.Unknown(push, e.Message);
        }

        _metrics.Took(result);
        _results.Enqueue(result);
        Interlocked.Decrement(ref _open);
        _bell.Ring();
    }

    /// <summary>Takes up what a former process was sending when it ended.</summary>
    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        // what this one sent before another service had its turn is that one's to judge, and it has
        Forget();
        var results = (await _pushes.ListSendingAsync(cancellationToken)).ConvertAll(_sender.Recover);
        await _pushes.TurnAsync(results, places: 0, cancellationToken);
        foreach (var result in results)
            _metrics.Took(result);
    }

    private void Forget()
    {
        _results.Clear();
        _settling.Clear();
    }

    /// <summary>Waits for what is under way and keeps what became of it.</summary>
    private async Task EndAsync(CancellationToken cancellationToken)
    {
        while (_open > 0 && !cancellationToken.IsCancellationRequested)
            await Task.Delay(TurnEvery, TimeProvider.System, CancellationToken.None);
        try
        {
            await TurnAsync(places: 0, CancellationToken.None);
        }
        catch (LeaseLostException)
        {
            Forget();
        }
        catch (StorageException e)
        {
            NotKept(_settling.Count, e.Message);
        }
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        if (await _pushes.NextDueAsync(cancellationToken) is not { } due)
            return LookEvery;
        var wait = due - _clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LookEvery ? wait : LookEvery;
    }

    [LoggerMessage(4001, LogLevel.Error, "Pushes wait: {Reason} Trying again in {Wait}")]
    private partial void Failed(string reason, TimeSpan wait);

    [LoggerMessage(4002, LogLevel.Error, "Push {PushId} of {Date} is given up. This is a fault of the program, please report it")]
    private partial void Faulted(Exception exception, long pushId, string date);

    [LoggerMessage(4004, LogLevel.Error, "Pushes stand still; trying again in {Wait}. This is a fault of the program, please report it")]
    private partial void Stumbled(Exception exception, TimeSpan wait);

    [LoggerMessage(4003, LogLevel.Error, "What became of {Count} pushes could not be kept; they may be sent twice: {Reason}")]
    private partial void NotKept(int count, string reason);
}
