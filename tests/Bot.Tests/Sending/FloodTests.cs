using System.Globalization;
using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using BotDigest.Bot.Tests.Storage;
using BotDigest.Formatting.Messages;
using BotDigest.Formatting.Text;
using BotDigest.Sandbox;
using BotDigest.Sandbox.BotApi;
using BotDigest.Sandbox.World;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace BotDigest.Bot.Tests.Sending;

/// <summary>A sandbox that polices Telegram's limits (20 a minute in a channel, 30 a second in all) on a clock that runs fast. <c>tests/flood.sh</c> sends as much as one likes.</summary>
public sealed class FloodTests() : DatabaseTests(StorageProvider.Sqlite)
{
    private const string CountVariable = "BOTDIGEST_TEST_FLOOD";
    private const int PerMinute = 20;
    private const double LeastShare = 0.95;

    // among other tests the machine itself may be too slow
    private const double LeastShareAmongOthers = 0.5;
    private const long FirstReader = 910_000;
    private const int Readers = 60;

    [Fact]
    public async Task At_its_limit_a_channel_is_never_refused_and_gets_what_the_limit_allows()
    {
        var count = Counts.Asked(CountVariable) ?? 45;
        await using var flood = await StartAsync(new LimitsOptions(), factor: 20);
        await flood.SendAsync(WorldSeed.Channel, count, Cancellation);
        flood.Complete(WorldSeed.Channel, count);
        var share = flood.Share(WorldSeed.Channel, TimeSpan.FromMinutes((count - 1) / PerMinute));
        Counts.Tell($"flood, a channel at 20 a minute: {count} messages, {flood.Refused} refused, {share:P1} of what the limit allows");
        Assert.Equal(0, flood.Refused);
        AssertShare(share);
    }

    [Fact]
    public async Task A_bot_that_knows_no_limit_obeys_each_refusal_to_the_second_and_loses_nothing()
    {
        var count = Counts.Asked(CountVariable) ?? 45;
        await using var flood = await StartAsync(new LimitsOptions { ChannelPerMinute = 100_000 }, factor: 20);
        await flood.SendAsync(WorldSeed.Channel, count, Cancellation);
        flood.Complete(WorldSeed.Channel, count);
        var share = flood.Share(WorldSeed.Channel, TimeSpan.FromMinutes((count - 1) / PerMinute));
        Counts.Tell($"flood, a channel without a limit of ours: {count} messages, {flood.Refused} refused, {flood.TooEarly} calls inside retry_after, {share:P1} of what Telegram's limit allows");
        Assert.InRange(flood.Refused, 1, count);
        Assert.Equal(0, flood.TooEarly);
        AssertShare(share);
    }

    [Fact]
    public async Task Many_readers_at_once_get_what_the_bot_s_limit_allows()
    {
        var count = (Counts.Asked(CountVariable) ?? 25) * 8 / Readers * Readers;
        count = Math.Max(count, 2 * Readers);
        var limits = new LimitsOptions();
        await using var flood = await StartAsync(limits, factor: 1);
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(r => flood.SendAsync(FirstReader + r, count / Readers, Cancellation)));
        for (var reader = 0; reader < Readers; reader++)
            flood.Complete(FirstReader + reader, count / Readers);
        var share = flood.Share(null, TimeSpan.FromSeconds((count - 1) / limits.OverallPerSecond));
        Counts.Tell($"flood, {Readers} readers at {limits.OverallPerSecond} a second: {count} messages, {flood.Refused} refused, {flood.TooEarly} calls inside retry_after, {share:P1} of what the limit allows");
        Assert.Equal(0, flood.TooEarly);
        AssertShare(share);
    }

    private static void AssertShare(double share)
    {
        var least = Counts.Asked(CountVariable) is null ? LeastShareAmongOthers : LeastShare;
        Assert.True(share >= least, $"Only {share:P1} of what the limit allows.");
    }

    private async Task<Flood> StartAsync(LimitsOptions limits, double factor)
    {
        var sandbox = await RunningSandbox.StartAsync(new FastClock(factor), null, Cancellation);
        for (var reader = 0; reader < Readers; reader++)
            sandbox.World.PrivateChatOf(sandbox.World.Add(new Person(FirstReader + reader, $"Reader {reader}")));
        sandbox.Services.Police.Limits = new RateLimits();
        return new Flood(sandbox, limits, Database);
    }

    /// <summary>A sender and the sandbox that it floods.</summary>
    private sealed class Flood : IAsyncDisposable
    {
        private readonly RunningSandbox _sandbox;
        private readonly Sender _sender;
        private readonly Pace _pace;
        private readonly HttpClient _http = new();

        public Flood(RunningSandbox sandbox, LimitsOptions limits, Database database)
        {
            _sandbox = sandbox;
            var clock = sandbox.Services.Clock;
            // the sandbox's clock is fast, this machine may be slow: no call is given up
            var telegram = Options.Create(new TelegramOptions { RequestTimeout = TimeSpan.FromMinutes(10) });
            var metrics = Meters.Sending();
            _pace = new Pace(Options.Create(limits), clock);
            var policy = new SendPolicy(new Leases(database, new LeaseStore(database), telegram, clock, NullLogger<Lease>.Instance), _pace, new PauseStore(database), new KnownChats(), new BotIdentity(), clock, new Random(1), telegram, metrics, NullLogger<SendPolicy>.Instance);
            var options = new TelegramBotClientOptions(sandbox.Token, sandbox.BaseUrl.ToString().TrimEnd('/')) { RetryThreshold = 0, RetryCount = 1 };
            _sender = new Sender(
                new Lazy<ITelegramBotClient>(new TelegramBotClient(options, _http)),
                policy,
                new ChatMoves(new MetaStore(database), new SubscriberStore(database, clock)),
                new FormattingFaults(clock),
                new RunMode(),
                new DryRunLog(NullLogger<DryRunLog>.Instance),
                metrics,
                NullLogger<Sender>.Instance);
        }

        /// <summary>How many calls were refused for coming too soon.</summary>
        public int Refused => Sends.Count(c => c.Status == 429);

        /// <summary>How many calls came to a chat while it was to be left alone.</summary>
        public int TooEarly => Sends.GroupBy(c => c["chat_id"]).Sum(CountTooEarly);

        private IEnumerable<CallRecord> Sends => _sandbox.Services.Journal.Of("sendMessage");

        /// <summary>Sends numbered messages one after the other, those that are postponed as soon as they may be.</summary>
        public async Task SendAsync(long chat, int count, CancellationToken cancellationToken)
        {
            var clock = _sandbox.Services.Clock;
            for (var number = 1; number <= count; number++)
            {
                var content = new MessageContent(FormattedText.Plain(Text(number)));
                while (await _sender.SendAsync(chat, content, new SendOptions { Priority = SendPriority.Channel }, cancellationToken) is var outcome && outcome is not SendOutcome.Sent)
                {
                    var postponed = Assert.IsType<SendOutcome.Postponed>(outcome);
                    var wait = postponed.Until!.Value - clock.GetUtcNow();
                    await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, cancellationToken);
                }
            }
        }

        /// <summary>Checks that a chat has every message once and in order.</summary>
        public void Complete(long chat, int count) => Assert.Equal(Enumerable.Range(1, count).Select(Text), _sandbox.World.MessagesOf(chat).Select(m => m.Body.Words.Text));

        /// <summary>How much of what the limits allow was used: the shortest time that they allow, by the time that it took.</summary>
        public double Share(long? chat, TimeSpan shortest)
        {
            var id = chat?.ToString(CultureInfo.InvariantCulture);
            var sent = Sends.Where(c => c.Status == 200 && (id is null || c["chat_id"] == id)).Select(c => c.At).ToList();
            return shortest / (sent.Max() - sent.Min());
        }

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            _pace.Dispose();
            _http.Dispose();
            await _sandbox.DisposeAsync();
        }

        private static string Text(int number) => string.Create(CultureInfo.InvariantCulture, $"第 {number} 条");

        private static int CountTooEarly(IEnumerable<CallRecord> calls)
        {
            var (tooEarly, until) = (0, DateTimeOffset.MinValue);
            foreach (var call in calls)
            {
                if (call.At < until)
                    tooEarly++;
                if (call.Answer?["parameters"]?["retry_after"]?.GetValue<int>() is { } seconds)
                    until = call.At + call.Took + TimeSpan.FromSeconds(seconds);
            }

            return tooEarly;
        }
    }
}
