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
    private const int TooManyRequests = 429;
    private const int ServerError = 500;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastJitter = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MostJitter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);
    private static readonly ResiliencePropertyKey<long> Started = new("started");

    private readonly Pace _pace;
    private readonly PauseStore _pauses;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly TimeSpan _timeout;
    private readonly ILogger<SendPolicy> _log;
    private readonly ResiliencePipeline _pipeline;

    /// <summary>Builds the pipeline.</summary>
    public SendPolicy(Pace pace, PauseStore pauses, TimeProvider time, Random random, IOptions<TelegramOptions> options, ILogger<SendPolicy> log)
    {
        (_pace, _pauses, _time, _random, _timeout, _log) = (pace, pauses, time, random, options.Value.RequestTimeout, log);
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
            _pace.Pause(pause.Chat, pause.Until - now);
    }

    /// <summary>Makes a call.</summary>
    /// <param name="chat">The chat that it goes to; null for a call that concerns none.</param>
    /// <param name="priority">Who goes first.</param>
    /// <param name="repeatable">True where doing it twice does no harm.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the waiting for a turn. A call under way is waited for: its outcome has to be known.</param>
    public async Task<CallResult<T>> ExecuteAsync<T>(ChatTarget? chat, SendPriority priority, bool repeatable, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Started, _time.GetTimestamp());
        try
        {
            return await _pipeline.ExecuteAsync(
                async (c, state) => await state.Policy.AttemptAsync(state.Chat, state.Priority, state.Repeatable, state.Call, c.CancellationToken),
                context,
                (Policy: this, Chat: chat, Priority: priority, Repeatable: repeatable, Call: call));
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

    private async Task<CallResult<T>> AttemptAsync<T>(ChatTarget? chat, SendPriority priority, bool repeatable, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        if (chat is not { } target)
            return await CallAsync(chat, repeatable, call, cancellationToken);
        var pause = _pace.PauseOf(target);
        if (pause > Budget)
            return new CallResult<T>.NotDone($"paused for another {pause:c} at Telegram's request") { RepeatAfter = pause };
        using var turn = await _pace.EnterAsync(target, priority, cancellationToken);
        return await CallAsync(chat, repeatable, call, cancellationToken);
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
            return await PauseAsync<T>(chat, e, cancellationToken);
        }
        catch (ApiRequestException e) when (e.ErrorCode < ServerError)
        {
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
        var pause = TimeSpan.FromSeconds(seconds) + LeastJitter + ((MostJitter - LeastJitter) * NextDouble());
        if (chat is not { } target)
            return new CallResult<T>.NotDone("too many requests") { RepeatAfter = pause };
        Paused(target, seconds);
        _pace.Pause(target, pause);
        if (target.Id is { } id)
            await _pauses.SetAsync(id, _time.GetUtcNow() + pause, cancellationToken);
        return new CallResult<T>.NotDone("too many requests") { RepeatAfter = pause };
    }

    private ValueTask<bool> MayRepeat(RetryPredicateArguments<object> args)
    {
        if (args.Outcome.Result is not CallResult { RepeatAfter: { } delay })
            return ValueTask.FromResult(false);
        args.Context.Properties.TryGetValue(Started, out var started);
        return ValueTask.FromResult(_time.GetElapsedTime(started) + delay <= Budget);
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
}
