using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Web;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Updates;

/// <summary>Takes the updates that Telegram posts: the same queues, the same handler and the same mark as with polling. An update is answered to Telegram once it is handled, and posted again until then.</summary>
internal sealed partial class WebhookReceiver : BackgroundService, IHostedLifecycleService
{
    private const string Part = "webhook";

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan GreetWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan DrainFor = TimeSpan.FromSeconds(10);

    private readonly WebhookAddress _address;
    private readonly BotIdentity _identity;
    private readonly UpdateHandler _handler;
    private readonly Readiness _readiness;
    private readonly TimeProvider _clock;
    private readonly ILogger<WebhookReceiver> _log;
    private readonly byte[] _secret;
    private readonly Backoff _faults;
    private readonly ChatQueues<Update> _queues;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<bool>> _open = new();
    private readonly CancellationTokenSource _handling = new();
    private readonly CancellationTokenSource _ending = new();
    private volatile bool _isStopping;

    /// <summary>Announces a part that has to report before the service is ready.</summary>
    public WebhookReceiver(
        WebhookAddress address, BotIdentity identity, UpdateHandler handler, Readiness readiness, UpdateMetrics metrics, IOptions<UpdatesOptions> options, TimeProvider clock, Random random, ILogger<WebhookReceiver> log)
    {
        (_address, _identity, _handler, _readiness, _clock, _log) = (address, identity, handler, readiness, clock, log);
        _secret = Encoding.UTF8.GetBytes(options.Value.SecretToken ?? "");
        _faults = new Backoff(FirstWait, LongestWait, random);
        _queues = new ChatQueues<Update>(HandleAsync, (update, fault) => Faulted(fault, update.Id), _handling.Token);
        if (!address.IsWanted)
            return;
        readiness.Expect(Part);
        metrics.Watch(() => _open.Count);
    }

    /// <summary>True where updates are to be posted.</summary>
    internal bool IsOn => _address.IsWanted;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _handling.Dispose();
        _ending.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes no more updates. The web server ends before this service is told to, and waits for every request: they have to end first.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => _ending.CancelAsync();

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>True where a request carries the secret that only Telegram has been told.</summary>
    internal bool Knows(string? secret) => secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), _secret);

    /// <summary>Takes an update, and waits until it is handled; one that is posted again meanwhile waits for the same.</summary>
    /// <returns>False where the service does not know enough yet, or ends before that: Telegram has to post it again.</returns>
    internal async Task<bool> TakeAsync(Update update, CancellationToken cancellationToken)
    {
        if (!await IsGreetedAsync(cancellationToken))
            return false;
        var mine = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var handled = _open.GetOrAdd(update.Id, mine);
        if (handled == mine)
            await BeginAsync(update, _handling.Token);
        return await handled.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!IsOn)
            return;
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, _ending.Token);
        try
        {
            await _identity.WhenKnownAsync(stopping.Token);
            var wait = await ReportAsync(_address.SetAsync, stopping.Token);
            while (true)
            {
                await Task.Delay(wait ?? LookEvery, _clock, stopping.Token);
                wait = await ReportAsync(wait is null ? _address.KeepAsync : _address.SetAsync, stopping.Token);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop: what is being answered may finish.
        }

        _isStopping = true;
        await DrainAsync(CancellationToken.None);
    }

    /// <summary>Waits for the first words with Telegram, but not for long: a request cannot be kept for ever.</summary>
    private async Task<bool> IsGreetedAsync(CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token);
        try
        {
            await _identity.WhenGreetedAsync(waiting.Token).WaitAsync(GreetWithin, _clock, waiting.Token);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Queues an update behind what its chat already has; once the service is told to stop, none.</summary>
    private async Task BeginAsync(Update update, CancellationToken cancellationToken)
    {
        try
        {
            // looked at after the update is open: whichever comes first, this or the end, ends its wait
            if (!_isStopping)
            {
                await _queues.EnqueueAsync(UpdateHandler.ChatOf(update), update, cancellationToken);
                return;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // the service has ended while the queue was full
        }

        Finish(update, isHandled: false);
    }

    /// <summary>Tells Telegram where to post, or looks whether it knows, and says what came of it.</summary>
    /// <returns>How long to wait before the next attempt; null where it knows.</returns>
    private async Task<TimeSpan?> ReportAsync(Func<CancellationToken, Task<string?>> attempt, CancellationToken cancellationToken)
    {
        string? fault;
        try
        {
            fault = await attempt(cancellationToken);
        }
        catch (StorageException e)
        {
            fault = e.Message;
        }

        if (fault is null)
        {
            _faults.Reset();
            _readiness.Up(Part);
            return null;
        }

        var wait = _faults.Next();
        NotSet(fault, wait);
        _readiness.Down(Part, fault);
        return wait;
    }

    private async Task HandleAsync(Update update, CancellationToken cancellationToken)
    {
        var isHandled = false;
        try
        {
            await _handler.HandleAsync(update, cancellationToken);
            isHandled = true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Telegram posts it again to the next start.
        }
        finally
        {
            Finish(update, isHandled);
        }
    }

    private void Finish(Update update, bool isHandled)
    {
        if (_open.TryRemove(update.Id, out var waiting))
            waiting.TrySetResult(isHandled);
    }

    /// <summary>Lets what is being answered be answered; what waits behind it is posted again to the next start.</summary>
    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        var open = _queues.StopAsync(cancellationToken);
        try
        {
            await open.WaitAsync(DrainFor, _clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            await _handling.CancelAsync();
            await open;
        }

        foreach (var (id, waiting) in _open)
        {
            if (_open.TryRemove(id, out _))
                waiting.TrySetResult(false);
        }
    }

    [LoggerMessage(3063, LogLevel.Warning, "Telegram may not know where to post updates: {Reason}; telling it again in {Wait}")]
    private partial void NotSet(string reason, TimeSpan wait);

    [LoggerMessage(3066, LogLevel.Error, "Update {UpdateId} is given up for now; Telegram posts it again. This is a fault of the program, please report it")]
    private partial void Faulted(Exception exception, int updateId);
}
