namespace BotDigest.Bot.Storage;

/// <summary>The right to be the publisher or the receiver among all services that share a database. It is renewed again and again and runs out by itself, so that another service takes over from one that has died.
/// On SQLite there is only one service, which has every right.</summary>
internal sealed partial class Lease : IDisposable
{
    /// <summary>For how long it holds without being renewed.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    // a connection that is cut without a word must not cost the right
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);

    // whoever holds it stops before anybody else may begin
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    private readonly string _name;
    private readonly string _holder = $"{Environment.MachineName}:{Environment.ProcessId}";
    private readonly bool _isAlone;
    private readonly LeaseStore _store;
    private readonly TimeProvider _time;
    private readonly Action<long?> _changed;
    private readonly ILogger _log;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Term? _term;
    private string? _other;

    /// <summary>Holds nothing yet.</summary>
    /// <param name="name">The right.</param>
    /// <param name="isAlone">True where no other service can share the database.</param>
    /// <param name="store">Where it is written down.</param>
    /// <param name="time">Tells when it has run out.</param>
    /// <param name="changed">Told the fence before the work begins, and null when it is lost.</param>
    /// <param name="log">Says who does the work.</param>
    internal Lease(string name, bool isAlone, LeaseStore store, TimeProvider time, Action<long?> changed, ILogger log)
    {
        (_name, _isAlone, _store, _time, _changed, _log) = (name, isAlone, store, time, changed, log);
        if (!isAlone)
            changed(null);
    }

    /// <summary>True where this service may do the work now.</summary>
    public bool IsHeld => _isAlone || (_term is { } term && _time.GetElapsedTime(term.RenewedAt) < Life - Margin && _time.GetUtcNow() - term.RenewedOn < Life - Margin);

    /// <summary>True unless another service does the work, as far as is known: without its database nobody knows.</summary>
    public bool IsOurs => _isAlone || _term is not null;

    /// <summary>Tells one time of holding it from another.</summary>
    public long Fence => _term?.Fence ?? 0;

    /// <summary>Ends when another service is found to have the right, or it is given back.</summary>
    public CancellationToken Held => _isAlone ? CancellationToken.None : _term?.Ended.Token ?? new CancellationToken(canceled: true);

    /// <summary>Why the database could not be asked; null where it could.</summary>
    public string? Fault { get; private set; }

    /// <summary>Waits until this service may do the work.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (!await TryHoldAsync(cancellationToken))
            await Task.Delay(Step, _time, cancellationToken);
    }

    /// <summary>Renews the right where it is ours; takes it where it is not, and is free.</summary>
    /// <returns>False where another service has it, or the database cannot be asked.</returns>
    public Task<bool> TryHoldAsync(CancellationToken cancellationToken) => AskAsync(mayTake: true, cancellationToken);

    /// <summary>Makes sure that a right which was ours still is: somebody else was seen to have it.</summary>
    public Task LookAsync(CancellationToken cancellationToken) => AskAsync(mayTake: false, cancellationToken);

    /// <summary>Who has the right, for people to read; null where nobody has it, or nobody else could.</summary>
    public async Task<string?> FindHolderAsync(CancellationToken cancellationToken) => _isAlone ? null : await _store.FindHolderAsync(_name, cancellationToken);

    /// <summary>Keeps the right for as long as it is ours.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        while (!_isAlone)
        {
            await Task.Delay(Step, _time, cancellationToken);
            await LookAsync(cancellationToken);
        }
    }

    /// <summary>Keeps the right, which is held, for as long as some work takes, and gives it back.</summary>
    public async Task<T> DuringAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepAsync(ended.Token);
        try
        {
            return await work();
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAny(keeping);
            await GiveBackAsync(CancellationToken.None);
        }
    }

    /// <summary>Gives the right back, so that the next service need not wait until it runs out.</summary>
    public async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        if (_term is not { } term)
            return;
        End(term);
        try
        {
            await _store.GiveBackAsync(_name, term.Fence, cancellationToken);
        }
        catch (StorageException e)
        {
            NotGivenBack(_name, e.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gate.Dispose();
        _term?.Ended.Dispose();
    }

    private async Task<bool> AskAsync(bool mayTake, CancellationToken cancellationToken)
    {
        if (_isAlone)
            return true;
        await _gate.WaitAsync(cancellationToken);
        using var limit = new CancellationTokenSource(LongestAnswer, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // the answer may come late: the right holds from the moment at which it was asked for
            var (asked, on) = (_time.GetTimestamp(), _time.GetUtcNow());
            if (_term is { } term)
            {
                if (await _store.RenewAsync(_name, term.Fence, Life, either.Token))
                    _term = term with { RenewedAt = asked, RenewedOn = on };
                else
                    Lose(term);
            }
            else if (mayTake)
                await TakeAsync(asked, on, either.Token);
            Fault = null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // whatever keeps the database from answering, the right runs out, and this service waits
            if (e.Message != Fault)
                NotRenewed(_name, e.Message);
            Fault = e.Message;
        }
        finally
        {
            _gate.Release();
        }

        return IsHeld;
    }

    private async Task TakeAsync(long asked, DateTimeOffset on, CancellationToken cancellationToken)
    {
        // to ask for it would lock its row, which the holder needs
        if (await _store.FindHolderAsync(_name, cancellationToken) is { } holder)
        {
            if (holder != _other)
                Waiting(_name, holder);
            _other = holder;
        }
        else if (await _store.TakeAsync(_name, _holder, Life, cancellationToken) is { } fence)
        {
            // whoever sees that it is held may write at once
            _changed(fence);
            _term = new Term(fence, asked, on, new CancellationTokenSource());
            _other = null;
            Taken(_name, fence);
        }
    }

    private void Lose(Term term)
    {
        End(term);
        Lost(_name, term.Fence);
    }

    private void End(Term term)
    {
        _changed(null);
        _term = null;
        term.Ended.Cancel();
    }

    [LoggerMessage(1020, LogLevel.Information, "This service has the lease {Lease}, fence {Fence}")]
    private partial void Taken(string lease, long fence);

    [LoggerMessage(1021, LogLevel.Warning, "The lease {Lease}, fence {Fence}, ran out while this service could not renew it, and another one has it by now; this one stops and waits")]
    private partial void Lost(string lease, long fence);

    [LoggerMessage(1022, LogLevel.Information, "The lease {Lease} is held by {Holder}; this service waits and takes over when that one ends")]
    private partial void Waiting(string lease, string holder);

    [LoggerMessage(1023, LogLevel.Warning, "The lease {Lease} could not be given back and runs out by itself. {Reason}")]
    private partial void NotGivenBack(string lease, string reason);

    [LoggerMessage(1024, LogLevel.Warning, "The lease {Lease} cannot be asked for. {Reason} Without an answer this service stops before it runs out")]
    private partial void NotRenewed(string lease, string reason);

    /// <summary>A time of holding it. A machine that sleeps may stop the one clock, and whoever sets it may turn the other.</summary>
    private sealed record Term(long Fence, long RenewedAt, DateTimeOffset RenewedOn, CancellationTokenSource Ended);
}
