using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Updates;

/// <summary>Fetches updates by long polling and hands each to the queue of its chat; confirms to Telegram only what has been handled.</summary>
internal sealed partial class UpdateReceiver : BackgroundService
{
    private const string Part = "polling";
    private const int BatchSize = 100;

    private static readonly TimeSpan PollFor = TimeSpan.FromSeconds(50);

    // Telegram answers a repeated offset at once with what it has delivered before, and with one update only when it comes within half a second.
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan DrainFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConflictStep = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan FaultStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeaseStep = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lazy<ITelegramBotClient> _client;
    private readonly BotIdentity _identity;
    private readonly UpdateHandler _handler;
    private readonly Leases _leases;
    private readonly WebhookAddress _webhook;
    private readonly Readiness _readiness;
    private readonly bool _isOn;
    private readonly TimeProvider _clock;
    private readonly ILogger<UpdateReceiver> _log;

    // the first call asks without waiting, or nobody would know for a minute whether updates come
    private bool _hasHeard;
    private readonly OffsetTracker _offsets = new();
    private readonly ChatQueues<Update> _queues;
    private readonly Backoff _faults;
    private readonly Backoff _conflicts;
    private readonly CancellationTokenSource _handling = new();

    /// <summary>Announces a part that has to report before the service is ready.</summary>
    public UpdateReceiver(
        Lazy<ITelegramBotClient> client, BotIdentity identity, UpdateHandler handler, Leases leases, WebhookAddress webhook, Readiness readiness, UpdateMetrics metrics, TimeProvider clock, Random random, ILogger<UpdateReceiver> log)
    {
        (_client, _identity, _handler, _leases, _webhook, _readiness, _clock, _log) = (client, identity, handler, leases, webhook, readiness, clock, log);
        _isOn = !webhook.IsWanted;
        _queues = new ChatQueues<Update>(HandleAsync, GiveUp, _handling.Token);
        _faults = new Backoff(FaultStep, LongestWait, random);
        _conflicts = new Backoff(ConflictStep, LongestWait, random);
        if (!_isOn)
            return;
        readiness.Expect(Part);
        metrics.Watch(() => _offsets.Open);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _handling.Dispose();
        base.Dispose();
    }

    /// <summary>Takes updates as Telegram delivers them; returns when each is in the queue of its chat.</summary>
    /// <returns>How many of them are not being handled already.</returns>
    internal async Task<int> DispatchAsync(IReadOnlyList<Update> updates, CancellationToken cancellationToken)
    {
        var fresh = 0;
        foreach (var update in updates)
        {
            if (!_offsets.TryBegin(update.Id))
                continue;
            fresh++;
            await _queues.EnqueueAsync(UpdateHandler.ChatOf(update), update, cancellationToken);
        }

        return fresh;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_isOn)
            return;
        try
        {
            var username = await _identity.WhenKnownAsync(stoppingToken);
            await TakeBackAsync(stoppingToken);
            var lease = _leases.Receiver(_client.Value.BotId);
            Listening(username);
            while (!stoppingToken.IsCancellationRequested)
            {
                var wait = await IsOursAsync(lease, stoppingToken) ? await PollAsync(lease, stoppingToken) : LeaseStep;
                if (wait is { } rest)
                    await Task.Delay(rest, _clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: the rest is the same as after a quiet end.
        }

        // The order to stop has been given already; what is left has a limit of its own.
        await DrainAsync(CancellationToken.None);
    }

    /// <summary>True where this service is to poll; where another one does, this one has nothing to wait for.</summary>
    private async Task<bool> IsOursAsync(Lease lease, CancellationToken cancellationToken)
    {
        if (lease.IsHeld || await lease.TryHoldAsync(cancellationToken))
            return true;
        if (lease.Fault is { } fault)
            _readiness.Down(Part, fault);
        else
            _readiness.Up(Part);
        return false;
    }

    /// <summary>One call.</summary>
    /// <returns>How long to wait before the next one after a fault, or null.</returns>
    private async Task<TimeSpan?> PollAsync(Lease lease, CancellationToken cancellationToken)
    {
        using var term = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Held);
        try
        {
            var updates = await _client.Value.GetUpdates(
                offset: _offsets.Offset, limit: BatchSize, timeout: _hasHeard ? (int)PollFor.TotalSeconds : 0, allowedUpdates: UpdateHandler.Wanted, cancellationToken: term.Token);
            _hasHeard = true;
            _readiness.Up(Part);
            _faults.Reset();
            _conflicts.Reset();
            await DispatchAsync(updates, cancellationToken);
            await WaitForIdleAsync(cancellationToken);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // another service polls by now, and hears what this one has not confirmed
            return LeaseStep;
        }
        catch (ApiRequestException e) when (e.ErrorCode == 409)
        {
            if (await TakeBackAsync(cancellationToken))
                return null;
            var wait = _conflicts.Next();
            Conflict(e.Message, wait);
            _readiness.Down(Part, e.Message);
            return wait;
        }
        catch (RequestException e)
        {
            if (e is ApiRequestException { ErrorCode: 401 })
                _identity.Refuse();
            var wait = (e as ApiRequestException)?.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : _faults.Next();
            Unreachable(e.Message, wait);
            _readiness.Down(Part, e.Message);
            return wait;
        }
    }

    /// <summary>Has updates no longer posted to the address that this service has set.</summary>
    /// <returns>True where that stood in the way and does no longer.</returns>
    private async Task<bool> TakeBackAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _webhook.LeaveAsync(cancellationToken);
        }
        catch (StorageException e)
        {
            // while updates are still posted polling is refused, and this is asked again
            NotAsked(e.Message);
            return false;
        }
    }

    /// <summary>Waits for what is being handled, but not for long: one slow chat must not keep the others from being heard.</summary>
    private async Task WaitForIdleAsync(CancellationToken cancellationToken)
    {
        var idle = _offsets.Idle;
        if (!idle.IsCompleted)
            await Task.WhenAny(idle, Task.Delay(RepeatAfter, _clock, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        try
        {
            await _handler.HandleAsync(update, cancellationToken);
            _offsets.Finish(update.Id);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Not finished and so not confirmed: Telegram delivers it to the next start.
        }
    }

    /// <summary>Takes an update that cannot be handled for finished, or no later one would ever be confirmed.</summary>
    private void GiveUp(Update update, Exception fault)
    {
        Faulted(fault, update.Id);
        _offsets.Finish(update.Id);
    }

    /// <summary>Lets what is being answered be answered.</summary>
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        var open = _queues.StopAsync(cancellationToken);
        try
        {
            await open.WaitAsync(DrainFor, _clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            GivenUp(DrainFor);
            await _handling.CancelAsync();
            await open;
        }
    }

    [LoggerMessage(3001, LogLevel.Information, "@{Username} listens")]
    private partial void Listening(string username);

    [LoggerMessage(3002, LogLevel.Warning, "Updates go elsewhere: {Reason}. Stop the other program that uses this token, or remove its webhook; listening again in {Wait}")]
    private partial void Conflict(string reason, TimeSpan wait);

    [LoggerMessage(3003, LogLevel.Warning, "No updates: {Reason}; asking again in {Wait}")]
    private partial void Unreachable(string reason, TimeSpan wait);

    [LoggerMessage(3004, LogLevel.Warning, "Some answers were not finished within {Limit}; the next start gives them")]
    private partial void GivenUp(TimeSpan limit);

    [LoggerMessage(3005, LogLevel.Warning, "Whether updates are still posted to this service is not known: {Reason}")]
    private partial void NotAsked(string reason);

    [LoggerMessage(3006, LogLevel.Error, "Update {UpdateId} is given up. This is a fault of the program, please report it")]
    private partial void Faulted(Exception exception, int updateId);
}
