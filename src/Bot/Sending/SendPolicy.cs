using System.Globalization;
using System.Net.Sockets;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Telegram.Bot.Exceptions;

namespace BotDigest.Bot.Sending;

/// <summary>How calls are made: each in its turn, within its time, repeated only where that is safe, and obedient to <c>retry_after</c>. The one owner of retries.</summary>
internal sealed partial class SendPolicy
{
    private const int Repeats = 2;
    private const string NotOurs = "the right to publish has run out, or is another service's";
    private const int Unauthorized = 401;
    private const int TooManyRequests = 429;
    private const int ServerError = 500;

    // the whole bot, among the chats that are to be left alone: no chat has this number
    private const long Everywhere = 0;

    // what Telegram has asked for is kept even when the service is told to stop
    private static readonly CancellationToken AlwaysNote = CancellationToken.None;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastJitter = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MostJitter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    // Telegram asks for less; what is left of a longer one comes from a clock that was wrong
    private static readonly TimeSpan LongestRestored = TimeSpan.FromDays(1);
    private static readonly ResiliencePropertyKey<long> Started = new("started");

    private readonly Leases _leases;
    private readonly Pace _pace;
    private readonly PauseStore _pauses;
    private readonly KnownChats _chats;
    private readonly BotIdentity _identity;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly TimeSpan _timeout;
    private readonly SendMetrics _metrics;
    private readonly ILogger<SendPolicy> _log;
    private readonly ResiliencePipeline _pipeline;

    /// <summary>Builds the pipeline.</summary>
    public SendPolicy(
        Leases leases, Pace pace, PauseStore pauses, KnownChats chats, BotIdentity identity, TimeProvider time, Random random, IOptions<TelegramOptions> options, SendMetrics metrics, ILogger<SendPolicy> log)
    {
        (_leases, _pace, _pauses, _chats, _identity, _time, _random, _timeout, _metrics, _log) = (leases, pace, pauses, chats, identity, time, random, options.Value.RequestTimeout, metrics, log);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Repeats,
                ShouldHandle = MayRepeat,
                DelayGenerator = args => ValueTask.FromResult(((CallResult)args.Outcome.Result!).RepeatAfter),
            })
            .Build();
    }

    /// <summary>Obeys the pauses that an earlier run was asked for.</summary>
    public async Task RestorePausesAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        foreach (var pause in await _pauses.ListAsync(now, cancellationToken))
        {
            var left = pause.Until - now is var rest && rest < LongestRestored ? rest : LongestRestored;
            if (pause.Chat == Everywhere)
                _pace.PauseAll(left);
            else
                _pace.Pause(pause.Chat, left);
        }
    }

    /// <summary>True where Telegram has asked to leave a chat alone for now.</summary>
    public bool IsPaused(ChatTarget chat) => _pace.PauseOf(_chats.Numbered(chat)) > TimeSpan.Zero;

    /// <summary>Makes a call that answers nothing but that it is done.</summary>
    /// <inheritdoc cref="ExecuteAsync{T}"/>
    public Task<CallResult<bool>> ExecuteAsync(ChatTarget? chat, SendPriority priority, bool repeatable, Func<CancellationToken, Task> call, CancellationToken cancellationToken) =>
        ExecuteAsync(
            chat,
            priority,
            repeatable,
            async token =>
            {
                await call(token);
                return true;
            },
            cancellationToken);

    /// <summary>Makes a call.</summary>
    /// <param name="chat">The chat that it goes to; null for a call that concerns none.</param>
    /// <param name="priority">Who goes first.</param>
    /// <param name="repeatable">True where doing it twice does no harm.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the waiting for a turn. A call under way is waited for: its outcome has to be known.</param>
    public async Task<CallResult<T>> ExecuteAsync<T>(ChatTarget? chat, SendPriority priority, bool repeatable, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        ChatTarget? target = chat is { } named ? _chats.Numbered(named) : null;
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            return await _pipeline.ExecuteAsync(
                async (c, state) =>
                {
                    using var turn = await state.Policy.EnterAsync(state.Target, state.Priority, c.CancellationToken);
                    if (turn is null)
                        return state.Policy.StillPaused<T>(state.Target);
                    // whoever has waited long for its turn may have lost the right to it
                    if (state.Target is not null && state.Priority != SendPriority.Answer && !state.Policy._leases.Publisher.IsHeld)
                        return new CallResult<T>.NotDone(NotOurs);
                    // from here on the time counts: waiting for a turn is not trying
                    if (!c.Properties.TryGetValue(Started, out _))
                        c.Properties.Set(Started, state.Policy._time.GetTimestamp());
                    return await state.Policy.MeasuredAsync(state.Target, state.Priority, state.Repeatable, state.Call, c.CancellationToken);
                },
                context,
                (Policy: this, Target: target, Priority: priority, Repeatable: repeatable, Call: call));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>The wait after the n-th failure in a row, for work that is kept in the database: doubling, capped at an hour, jittered.</summary>
    /// <param name="failures">How many failures there were, from 1.</param>
    public TimeSpan DelayAfter(int failures)
    {
        var seconds = FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(failures, 16));
        var capped = Math.Min(seconds, LongestDelay.TotalSeconds);
        return TimeSpan.FromSeconds(capped * (0.75 + (0.25 * NextDouble())));
    }

    /// <summary>The moment before which a call that came to nothing should not be made again; null where nothing says when.</summary>
    public DateTimeOffset? Until(CallResult result) => result.RepeatAfter is { } wait ? _time.GetUtcNow() + wait : null;

    /// <summary>Waits for the turn of a call; one that concerns no chat waits for nobody.</summary>
    /// <returns>The turn; null where it would take too long.</returns>
    private async Task<IDisposable?> EnterAsync(ChatTarget? chat, SendPriority priority, CancellationToken cancellationToken)
    {
        if (chat is { } target)
        {
            var asked = _time.GetTimestamp();
            var turn = await _pace.EnterAsync(target, priority, Budget, cancellationToken);
            _metrics.Entered(priority, _time.GetElapsedTime(asked));
            return turn;
        }

        return _pace.PauseOf(null) == TimeSpan.Zero ? NoTurn.Needed : null;
    }

    private CallResult<T> StillPaused<T>(ChatTarget? chat)
    {
        var pause = _pace.PauseOf(chat);
        return new CallResult<T>.NotDone(string.Create(CultureInfo.InvariantCulture, $"paused for another {pause:c} at Telegram's request")) { RepeatAfter = pause };
    }

    private async Task<CallResult<T>> MeasuredAsync<T>(ChatTarget? chat, SendPriority priority, bool repeatable, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        var result = await CallAsync(chat, repeatable, call, cancellationToken);
        _metrics.Called(priority, result, _time.GetElapsedTime(began));
        return result;
    }

    private async Task<CallResult<T>> CallAsync<T>(ChatTarget? chat, bool repeatable, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var timeout = new CancellationTokenSource(_timeout, _time);
        try
        {
            return new CallResult<T>.Done(await call(timeout.Token));
        }
        catch (ApiRequestException e) when (e.ErrorCode == TooManyRequests)
        {
            return await PauseAsync<T>(chat, e, AlwaysNote);
        }
        catch (ApiRequestException e) when (e.ErrorCode < ServerError)
        {
            if (e.ErrorCode == Unauthorized)
                _identity.Refuse();
            return new CallResult<T>.Refused(new Refusal(e.ErrorCode, e.Message, e.Parameters?.MigrateToChatId));
        }
        catch (Exception e) when (IsUnsent(e))
        {
            return new CallResult<T>.NotDone("no connection to Telegram") { RepeatAfter = Jittered(FirstDelay) };
        }
        catch (Exception e) when (e is RequestException or OperationCanceledException)
        {
            var reason = timeout.IsCancellationRequested ? string.Create(CultureInfo.InvariantCulture, $"no answer within {_timeout:c}") : e.Message;
            return new CallResult<T>.Doubtful(reason) { RepeatAfter = repeatable ? Jittered(FirstDelay) : null };
        }
    }

    private async Task<CallResult<T>> PauseAsync<T>(ChatTarget? chat, ApiRequestException refusal, CancellationToken cancellationToken)
    {
        var seconds = refusal.Parameters?.RetryAfter ?? 1;
        _metrics.Paused(seconds);
        var pause = TimeSpan.FromSeconds(seconds) + LeastJitter + ((MostJitter - LeastJitter) * NextDouble());
        if (chat is { } target)
        {
            Paused(target, seconds);
            if (_pace.Pause(target, pause))
            {
                PausedEverywhere(seconds);
                _pace.PauseAll(pause);
                await KeepAsync(Everywhere, pause, cancellationToken);
            }

            if (target.Id is { } id)
                await KeepAsync(id, pause, cancellationToken);
        }

        return new CallResult<T>.NotDone("too many requests") { RepeatAfter = pause };
    }

    /// <summary>Keeps a pause over a restart. What cannot be kept is obeyed all the same for as long as the program runs.</summary>
    private async Task KeepAsync(long chat, TimeSpan pause, CancellationToken cancellationToken)
    {
        try
        {
            await _pauses.SetAsync(chat, _time.GetUtcNow() + pause, cancellationToken);
        }
        catch (StorageException e)
        {
            NotKept(chat, e.Message);
        }
    }

    private ValueTask<bool> MayRepeat(RetryPredicateArguments<object> args)
    {
        if (args.Outcome.Result is not CallResult { RepeatAfter: { } delay })
            return ValueTask.FromResult(false);
        var spent = args.Context.Properties.TryGetValue(Started, out var started) ? _time.GetElapsedTime(started) : TimeSpan.Zero;
        return ValueTask.FromResult(spent + delay <= Budget);
    }

    private TimeSpan Jittered(TimeSpan delay) => delay * (1 + NextDouble());

    private double NextDouble()
    {
        lock (_random)
            return _random.NextDouble();
    }

    /// <summary>True where not one byte of the request can have reached Telegram.</summary>
    private static bool IsUnsent(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError })
                return true;
            if (e is SocketException { SocketErrorCode: SocketError.ConnectionRefused })
                return true;
        }

        return false;
    }

    [LoggerMessage(2001, LogLevel.Warning, "Telegram asks to leave {ChatId} alone for {Seconds} s; sending there waits")]
    private partial void Paused(ChatTarget chatId, int seconds);

    [LoggerMessage(2002, LogLevel.Warning, "That is the second chat at a time: it is the bot that sends too fast, and all sending waits for {Seconds} s")]
    private partial void PausedEverywhere(int seconds);

    [LoggerMessage(2003, LogLevel.Error, "The pause of {ChatId} is obeyed, but a restart would forget it: {Reason}")]
    private partial void NotKept(ChatTarget chatId, string reason);

    /// <summary>The turn of a call that concerns no chat.</summary>
    private sealed class NoTurn : IDisposable
    {
        internal static NoTurn Needed { get; } = new();

        public void Dispose()
        {
        }
    }
}
