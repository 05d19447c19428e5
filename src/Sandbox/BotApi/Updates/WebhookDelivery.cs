using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Updates;

/// <summary>Posts updates to the webhook: in order for each chat or person, side by side otherwise, again and again until they expire.</summary>
internal sealed partial class WebhookDelivery(TelegramWorld world, Webhook webhook, UpdateQueue queue, MethodTable methods, CallJournal journal, ILogger<WebhookDelivery> logger)
    : BackgroundService
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<long, Task> _running = [];
    private readonly ConcurrentDictionary<long, (DateTimeOffset NotBefore, TimeSpan Pause)> _failing = [];
    private readonly Signal _done = new();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = LongestAnswer };
        while (!stoppingToken.IsCancellationRequested)
        {
            Task[] events = [webhook.Changed.Next, queue.Arrival.Next, _done.Next];
            var wait = StartReady(http, stoppingToken);
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny([.. events, Task.Delay(wait, world.Clock, deadline.Token)]);
            await deadline.CancelAsync();
        }

        await Task.WhenAll(_running.Values);
    }

    /// <summary>Starts what may be posted now and says how long nothing else will be.</summary>
    private TimeSpan StartReady(HttpClient http, CancellationToken stoppingToken)
    {
        var wait = Timeout.InfiniteTimeSpan;
        lock (world.Gate)
        {
            if (webhook.Url is not { } url)
                return wait;
            var now = world.Clock.GetUtcNow();
            foreach (var update in queue.Waiting.DistinctBy(u => u.QueueKey))
            {
                if (_running.ContainsKey(update.QueueKey) || _running.Count >= webhook.MaxConnections)
                    continue;
                if (_failing.TryGetValue(update.QueueKey, out var failing) && failing.NotBefore > now)
                    wait = wait == Timeout.InfiniteTimeSpan || failing.NotBefore - now < wait ? failing.NotBefore - now : wait;
                else
                    _running[update.QueueKey] = Task.Run(() => PostAsync(http, url, update, stoppingToken), stoppingToken);
            }
        }

        return wait;
    }

    private async Task PostAsync(HttpClient http, Uri url, Update update, CancellationToken stoppingToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(update.ToJson().ToJsonString(), Encoding.UTF8, "application/json") };
            if (webhook.Secret.Length > 0)
                request.Headers.Add(SecretHeader, webhook.Secret);
            using var response = await http.SendAsync(request, stoppingToken);
            if (response.IsSuccessStatusCode)
                await SucceededAsync(update, await response.Content.ReadAsStringAsync(stoppingToken), stoppingToken);
            else
                Failed(update, $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}", response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException)
        {
            Failed(update, "Connection refused", retryAfter: null);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(update, "Read timeout expired", retryAfter: null);
        }
        catch (OperationCanceledException)
        {
            Stopped(update.Id);
        }
        finally
        {
            _running.TryRemove(update.QueueKey, out _);
            _done.Raise();
        }
    }

    private async Task SucceededAsync(Update update, string body, CancellationToken stoppingToken)
    {
        queue.Remove(update.Id);
        _failing.TryRemove(update.QueueKey, out _);
        if (Reply(body) is not { } reply || IsIgnored((string?)reply["method"] ?? ""))
            return;
        var method = (string)reply["method"]!;
        var values = reply.Where(p => p.Key != "method" && p.Value is not null)
            .ToDictionary(p => p.Key, p => p.Value!.GetValueKind() == JsonValueKind.String ? p.Value!.GetValue<string>() : p.Value!.ToJsonString(), StringComparer.Ordinal);
        var record = journal.Begin(method, values);
        try
        {
            var result = await methods.CallAsync(method, new CallArguments(values), stoppingToken);
            journal.Note(record with { IsApplied = true, IsFinished = true, Status = 200, Answer = Envelope.Success(result) });
        }
        catch (Refusal refusal)
        {
            // nobody sees the answer to a call that came with a reply, in Telegram neither
            var (code, envelope) = Envelope.Failure(refusal);
            journal.Note(record with { IsApplied = true, IsFinished = true, Status = code, Answer = envelope });
        }
    }

    private static bool IsIgnored(string method) =>
        method.Length == 0 || method.StartsWith("get", StringComparison.OrdinalIgnoreCase)
        || method.ToUpperInvariant() is "SETWEBHOOK" or "DELETEWEBHOOK" or "CLOSE" or "LOGOUT";

    private static JsonObject? Reply(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The first failure is tried again at once, later ones after a growing pause; the server's own wish wins.</summary>
    private void Failed(Update update, string error, TimeSpan? retryAfter)
    {
        lock (world.Gate)
        {
            var now = world.Clock.GetUtcNow();
            webhook.Failed(now, error);
            var pause = _failing.TryGetValue(update.QueueKey, out var failing) ? failing.Pause : TimeSpan.Zero;
            var next = retryAfter is { } wish ? (wish < LongestRetryAfter ? wish : LongestRetryAfter) : pause;
            var longer = pause == TimeSpan.Zero ? TimeSpan.FromSeconds(2) : pause * 2;
            _failing[update.QueueKey] = (now + next, longer < LongestPause ? longer : LongestPause);
        }
    }

    [LoggerMessage(EventId = 3002, Level = LogLevel.Debug, Message = "Update {UpdateId} was not posted: the sandbox stops")]
    private partial void Stopped(int updateId);
}
