using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Updates;

/// <summary>getUpdates with everything that Telegram does to a bot that calls it carelessly (TELEGRAM 2.1).</summary>
internal sealed class PollingMethods(TelegramWorld world, UpdateQueue queue, Webhook webhook)
{
    private const string OtherPoll = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    private const string WebhookIsActive = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    private static readonly TimeSpan ConflictPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan HastyPoll = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan FranticPoll = TimeSpan.FromSeconds(0.5);

    private TaskCompletionSource<string>? _waiter;
    private DateTimeOffset _nextConflict;
    private int? _lastOffset;
    private DateTimeOffset _lastStart;

    /// <summary>Adds the method.</summary>
    public void AddTo(MethodTable table) => table.Add("getUpdates", GetAsync);

    private async ValueTask<ApiResult> GetAsync(CallArguments arguments, CancellationToken cancellationToken)
    {
        if (webhook.Url is not null)
            await FailAsync(WebhookIsActive, cancellationToken);
        if (UpdateKinds.Read(arguments) is { } kinds)
            queue.Allowed = kinds;
        var (offset, limit, timeout) = Read(arguments);
        var found = Take(offset, limit);
        if (timeout == TimeSpan.Zero || found.Count > 0)
            return Json(found);

        var waiter = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (world.Gate)
        {
            Interrupt(OtherPoll);
            _waiter = waiter;
        }

        try
        {
            return Json(await WaitAsync(waiter.Task, offset, limit, timeout, cancellationToken));
        }
        finally
        {
            lock (world.Gate)
                _waiter = _waiter == waiter ? null : _waiter;
        }
    }

    private (int Offset, int Limit, TimeSpan Timeout) Read(CallArguments arguments)
    {
        lock (world.Gate)
        {
            var offset = arguments.Integer("offset", 0, int.MinValue, int.MaxValue);
            var limit = arguments.Integer("limit", 100, 1, 100);
            var timeout = TimeSpan.FromSeconds(arguments.Integer("timeout", 0, 0, 50));
            var now = world.Clock.GetUtcNow();
            if (offset == _lastOffset && now < _lastStart + HastyPoll && timeout < HastyPoll)
                timeout = HastyPoll;
            if (offset == _lastOffset && now < _lastStart + FranticPoll)
                limit = 1;
            (_lastOffset, _lastStart) = (offset, now);
            return (offset, limit, timeout);
        }
    }

    private List<Update> Take(int offset, int limit)
    {
        lock (world.Gate)
        {
            if (offset < 0)
                queue.KeepLast(-offset);
            else if (offset > 0 && queue.Waiting.Count > 0 && offset <= queue.Waiting[^1].Id + 1)
                queue.Confirm(offset);
            return [.. queue.Waiting.Take(limit)];
        }
    }

    private async Task<List<Update>> WaitAsync(Task<string> conflict, int offset, int limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var end = Task.Delay(timeout, world.Clock, deadline.Token);
        try
        {
            while (true)
            {
                var arrival = queue.Arrival.Next;
                var found = Take(offset, limit);
                if (found.Count > 0 || end.IsCompleted)
                    return found;
                await Task.WhenAny(arrival, conflict, end);
                cancellationToken.ThrowIfCancellationRequested();
                if (conflict.IsCompleted)
                    await FailAsync(await conflict, cancellationToken);
            }
        }
        finally
        {
            await deadline.CancelAsync();
        }
    }

    /// <summary>Ends the call that waits.</summary>
    /// <param name="description">What it is told.</param>
    public void Interrupt(string description)
    {
        lock (world.Gate)
        {
            _waiter?.TrySetResult(description);
            _waiter = null;
        }
    }

    /// <summary>A second conflict within three seconds is told three seconds late, so that two bots do not race.</summary>
    private async Task FailAsync(string description, CancellationToken cancellationToken)
    {
        bool isSecond;
        lock (world.Gate)
        {
            var now = world.Clock.GetUtcNow();
            isSecond = now < _nextConflict;
            if (!isSecond)
                _nextConflict = now + ConflictPause;
        }

        if (isSecond)
            await Task.Delay(ConflictPause, world.Clock, cancellationToken);
        throw new Refusal(409, description);
    }

    private static ApiResult Json(List<Update> updates) => new JsonArray([.. updates.Select(u => (JsonNode)u.ToJson())]);
}
