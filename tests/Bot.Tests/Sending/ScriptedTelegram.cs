using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace BotDigest.Bot.Tests.Sending;

/// <summary>The real client over a transport that answers from a script, one answer a call, and keeps what was asked.</summary>
internal sealed class ScriptedTelegram : HttpMessageHandler
{
    internal const string Token = "123456:AAHnotARealTokenButAsLongAsOne12345";

    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    /// <summary>What happens during each call.</summary>
    public Action? Called { get; set; }

    /// <summary>What was asked: method and parameters.</summary>
    public List<(string Method, JsonObject Parameters)> Calls { get; } = [];

    /// <summary>The chats that are known.</summary>
    public KnownChats Chats { get; } = new();

    /// <summary>The policy of the newest sender.</summary>
    public SendPolicy? Policy { get; private set; }

    /// <summary>Who the bot is.</summary>
    public BotIdentity Identity { get; } = new();

    /// <summary>Keeps formatting that cannot be read.</summary>
    public FormattingFaults Faults { get; } = new(new ManualClock());

    /// <summary>What is asked over the transport of the last sender.</summary>
    public BotAccount? Account { get; private set; }

    /// <summary>A sender over this transport.</summary>
    public Sender Sender(Database database, TimeProvider clock, LimitsOptions? limits = null, RunMode? mode = null)
    {
        var telegram = Options.Create(new TelegramOptions { RequestTimeout = TimeSpan.FromSeconds(10) });
        var metrics = Meters.Sending();
        var pace = new Pace(Options.Create(limits ?? new LimitsOptions { OverallPerSecond = 1_000 }), clock);
        Policy = new SendPolicy(new Leases(database, new LeaseStore(database), telegram, clock, NullLogger<Lease>.Instance), pace, new PauseStore(database), Chats, Identity, clock, new Random(1), telegram, metrics, NullLogger<SendPolicy>.Instance);
        var options = new TelegramBotClientOptions(Token) { RetryThreshold = 0, RetryCount = 1 };
        var client = new Lazy<ITelegramBotClient>(new TelegramBotClient(options, new HttpClient(this)));
        Account = new BotAccount(client, Policy, mode ?? new RunMode(), NullLogger<BotAccount>.Instance);
        return new Sender(
            client,
            Policy,
            new ChatMoves(new MetaStore(database), new SubscriberStore(database, clock)),
            Faults,
            mode ?? new RunMode(),
            new DryRunLog(NullLogger<DryRunLog>.Instance),
            metrics,
            NullLogger<Sender>.Instance);
    }

    /// <summary>The next call succeeds.</summary>
    public ScriptedTelegram Then(JsonNode result) => Then(HttpStatusCode.OK, new JsonObject { ["ok"] = true, ["result"] = result }.ToJsonString());

    /// <summary>The next call sends message <paramref name="id"/>.</summary>
    public ScriptedTelegram ThenMessage(int id, long chat = -1001) =>
        Then(new JsonObject { ["message_id"] = id, ["date"] = 1768435200, ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "channel" } });

    /// <summary>The next call is refused.</summary>
    public ScriptedTelegram ThenRefused(int code, string description, JsonObject? parameters = null)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (parameters is not null)
            body["parameters"] = parameters;
        return Then((HttpStatusCode)code, body.ToJsonString());
    }

    /// <summary>The next call is answered with this body.</summary>
    public ScriptedTelegram Then(HttpStatusCode status, string body)
    {
        _answers.Enqueue(_ => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) }));
        return this;
    }

    /// <summary>The next call breaks.</summary>
    public ScriptedTelegram ThenBroken(HttpRequestError error)
    {
        _answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(new HttpRequestException(error, "broken")));
        return this;
    }

    /// <summary>The next call is never answered.</summary>
    public ScriptedTelegram ThenSilence()
    {
        _answers.Enqueue(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            throw new InvalidOperationException("Nobody waits that long.");
        });
        return this;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Calls)
            Calls.Add((request.RequestUri!.Segments[^1], body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject()));
        Called?.Invoke();
        return await _answers.Dequeue()(cancellationToken);
    }
}
