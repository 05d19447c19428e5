using System.Net;
using System.Net.Sockets;
using System.Text;
using BotDigest.Bot.Tests.Commands;
using BotDigest.Bot.Web;
using BotDigest.Sandbox.BotApi.Faults;

namespace BotDigest.Bot.Tests.Updates;

public sealed class WebhookReceiverTests : ConversationTests
{
    private const string Secret = "a-long_random-word";
    private const string Header = "X-Telegram-Bot-Api-Secret-Token";

    // below the ports that the system gives to whoever asks for any: none takes it while the bot is away
    private const int FirstPort = 20_000;
    private const int LastPort = 32_000;

    private readonly int _port = FreePort();

    protected override string[] Settings =>
        ["--Updates:Mode=Webhook", $"--Updates:WebhookUrl={Url}", $"--Updates:SecretToken={Secret}", $"--Urls=http://127.0.0.1:{_port}"];

    private string Url => $"http://127.0.0.1:{_port}/telegram/webhook";

    [Theory]
    [InlineData(Chinese)]
    [InlineData(English)]
    public async Task Updates_that_are_posted_are_answered_and_nothing_is_polled(long person)
    {
        await Talk.AskAsync(person, "/help");
        await Talk.PressAsync(person, await Talk.AskAsync(person, "/settings"), person == Chinese ? "时区" : "Time zone");
        Assert.NotNull((await Talk.InlineAsync(person, "芯片")).Answer);

        var set = Talk.Sandbox.Services.Journal.Of("setWebhook").Single();
        Assert.Equal((Url, Secret), (set["url"], set["secret_token"]));
        Assert.Equal("""["message","callback_query","inline_query","my_chat_member"]""", set["allowed_updates"].Replace(" ", "", StringComparison.Ordinal));
        Assert.Empty(Talk.Sandbox.Services.Journal.Of("getUpdates"));
        Assert.Empty(Services<Readiness>().Reasons);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("a-long_random-wor", HttpStatusCode.Unauthorized)]
    [InlineData(Secret, HttpStatusCode.OK)]
    public async Task Only_who_knows_the_secret_may_post(string? secret, HttpStatusCode status)
    {
        await ReadyAsync();
        Assert.Equal(status, await PostAsync(Help(7), secret));
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, Talk.Sandbox.Services.Journal.Of("sendMessage").Length);
        Assert.DoesNotContain(Talk.Log.Lines, l => l.Text.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"update_id\":\"x\"}")]
    [InlineData("{\"update_id\":1}],\"more\":[{\"update_id\":2}")]
    public async Task What_is_no_update_is_refused(string body)
    {
        await ReadyAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body, Secret));
    }

    [Fact]
    public async Task A_body_that_no_update_has_is_not_read()
    {
        await ReadyAsync();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(new string(' ', 2_000_000) + Help(7), Secret, asksFirst: true));
    }

    [Fact]
    public async Task An_update_that_is_posted_again_while_it_is_handled_and_afterwards_is_answered_once()
    {
        await ReadyAsync();
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Delay, Method = "sendMessage", MinMs = 5_000, MaxMs = 5_000 });
        var posts = Enumerable.Range(0, 3).Select(_ => PostAsync(Help(7), Secret)).ToArray();
        await Wait.UntilAsync(() => Talk.Sandbox.Services.Journal.InFlight.Any(c => c.Method == "sendMessage"), Cancellation);
        Assert.All(posts, p => Assert.False(p.IsCompleted));
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.All(await Task.WhenAll(posts), s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Help(7), Secret));
        Assert.Single(Talk.Sandbox.Services.Journal.Of("sendMessage"));
    }

    [Fact]
    public async Task What_Telegram_posts_again_after_a_restart_is_answered_once()
    {
        await Talk.AskAsync(Chinese, "/help");
        await Talk.AskAsync(English, "/today");
        await Talk.RestartAndRepeatAsync();
        Assert.Single(Talk.World.MessagesOf(Chinese), m => m.Author.IsBot);
        Assert.Single(Talk.World.MessagesOf(English), m => m.Author.IsBot);
    }

    [Fact]
    public async Task Polling_again_takes_the_address_back_and_hears_what_came_meanwhile()
    {
        await ReadyAsync();
        await Talk.PauseBotAsync();
        Talk.Sandbox.Users.Send(English, "/help");
        await Talk.ResumeBotAsync("--Updates:Mode=Polling");
        await Talk.SettleAsync();
        Assert.Single(Talk.World.MessagesOf(English), m => m.Author.IsBot);
        Assert.Single(Talk.Sandbox.Services.Journal.Of("deleteWebhook"));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Help(7), Secret));

        await Talk.PauseBotAsync();
        await Talk.ResumeBotAsync("--Updates:Mode=Polling");
        await Talk.AskAsync(English, "/cancel");
        Assert.Single(Talk.Sandbox.Services.Journal.Of("deleteWebhook"));
    }

    [Fact]
    public async Task An_address_that_another_program_has_set_stays()
    {
        await ReadyAsync();
        await Talk.PauseBotAsync();
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(2));
        await CallAsync("setWebhook", ("url", "http://127.0.0.1:9/elsewhere"));
        await Talk.ResumeBotAsync("--Updates:Mode=Polling");
        await Wait.UntilAsync(() => Services<Readiness>().ReasonOf("polling")?.Contains("webhook is active", StringComparison.Ordinal) == true, Cancellation);
        Assert.Empty(Talk.Sandbox.Services.Journal.Of("deleteWebhook"));
    }

    [Fact]
    public async Task Where_Telegram_refuses_the_address_the_service_is_not_ready_and_says_why()
    {
        await ReadyAsync();
        await Talk.PauseBotAsync();
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Method = "setWebhook", Code = 400, Description = "Bad Request: bad webhook: Failed to resolve host: Name or service not known" });
        await Talk.ResumeBotAsync();
        await Wait.UntilAsync(() => Services<Readiness>().ReasonOf("webhook")?.Contains("Failed to resolve host", StringComparison.Ordinal) == true, Cancellation);
        Talk.Sandbox.Services.Faults.Clear();
        await WhileTimePassesAsync(() => Services<Readiness>().Reasons.Count == 0);
    }

    [Fact]
    public async Task What_is_posted_before_Telegram_has_said_who_is_who_is_not_lost()
    {
        await ReadyAsync();
        await Talk.PauseBotAsync();
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Method = "getChat" });
        await Talk.ResumeBotAsync("--Telegram:Username=botdigest_bot");
        var early = PostAsync(Help(7), Secret);
        await WhileTimePassesAsync(() => early.IsCompleted);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await early);
        Assert.Empty(Talk.Sandbox.Services.Journal.Of("sendMessage"));

        var patient = PostAsync(Help(7), Secret);
        Talk.Sandbox.Services.Faults.Clear();
        await WhileTimePassesAsync(() => Services<Readiness>().Reasons.Count == 0);
        if (await patient != HttpStatusCode.OK)
            Assert.Equal(HttpStatusCode.OK, await PostAsync(Help(7), Secret));
        Assert.Single(Talk.Sandbox.Services.Journal.Of("sendMessage"));
    }

    [Fact]
    public async Task Readers_are_answered_where_the_bot_may_not_enter_its_channel()
    {
        await ReadyAsync();
        await Talk.PauseBotAsync();
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Method = "getChat", Code = 400, Description = "Bad Request: chat not found" });
        await Talk.ResumeBotAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Help(7), Secret));
        Assert.Single(Talk.Sandbox.Services.Journal.Of("sendMessage"));
    }

    [Fact]
    public async Task An_address_that_is_gone_is_set_again_and_the_service_is_not_ready_where_it_cannot_be()
    {
        await ReadyAsync();
        await CallAsync("deleteWebhook");
        await WhileTimePassesAsync(() => Talk.Sandbox.Services.Journal.Of("setWebhook").Length == 2);
        await Talk.AskAsync(English, "/help");

        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Method = "setWebhook", Code = 400, Description = "Bad Request: bad webhook: Failed to resolve host: Name or service not known" });
        await CallAsync("deleteWebhook");
        await WhileTimePassesAsync(() => Services<Readiness>().ReasonOf("webhook")?.Contains("Failed to resolve host", StringComparison.Ordinal) == true);
        Talk.Sandbox.Services.Faults.Clear();
        await WhileTimePassesAsync(() => Services<Readiness>().Reasons.Count == 0);
        await Talk.AskAsync(English, "/help");
    }

    [Fact]
    public async Task A_service_that_stops_finishes_what_it_answers_and_leaves_the_rest_to_the_next_start()
    {
        await ReadyAsync();
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Delay, Method = "sendMessage", MinMs = 5_000, MaxMs = 5_000, Times = 1 });
        var answering = PostAsync(Help(7), Secret);
        await Wait.UntilAsync(() => Talk.Sandbox.Services.Journal.InFlight.Any(c => c.Method == "sendMessage"), Cancellation);
        var behind = PostAsync(Help(8), Secret);
        await Wait.UntilAsync(async () => (await Talk.MetricsAsync()).Contains("botdigest_updates_waiting 2", StringComparison.Ordinal), Cancellation);
        var stopped = Talk.PauseBotAsync();
        Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.OK, await answering);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await behind);
        await stopped;
        await Talk.ResumeBotAsync();
        await ReadyAsync();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Help(7), Secret));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Help(8), Secret));
        Assert.Equal(2, Talk.Sandbox.Services.Journal.Of("sendMessage").Length);
    }

    [Theory]
    [InlineData("getWebhookInfo")]
    [InlineData("deleteWebhook")]
    public async Task Where_Telegram_does_not_take_the_address_back_at_once_polling_asks_again(string method)
    {
        await ReadyAsync();
        await Talk.PauseBotAsync();
        Talk.Sandbox.Users.Send(English, "/help");
        Talk.Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Error, Applied = false, Method = method });
        await Talk.ResumeBotAsync("--Updates:Mode=Polling");
        await WhileTimePassesAsync(() => Services<Readiness>().ReasonOf("polling")?.Contains("webhook is active", StringComparison.Ordinal) == true);
        Talk.Sandbox.Services.Faults.Clear();
        await WhileTimePassesAsync(() => Talk.World.MessagesOf(English).Any(m => m.Author.IsBot));
    }

    private static string Help(int id) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":1,"date":1768442400,"chat":{"id":{{{English}}},"type":"private"},"from":{"id":{{{English}}},"is_bot":false,"first_name":"Alex","language_code":"en"},"text":"/help","entities":[{"type":"bot_command","offset":0,"length":5}]}}""";

    /// <summary>Whoever is written to has written first.</summary>
    private async Task ReadyAsync()
    {
        lock (Talk.World.Gate)
            Talk.World.PrivateChatOf(Talk.World.FindPerson(English)!);
        await Wait.UntilAsync(() => Services<Readiness>().Reasons.Count == 0, Cancellation);
    }

    private Task WhileTimePassesAsync(Func<bool> condition) => Wait.UntilAsync(
        () =>
        {
            Talk.Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(1));
            return condition();
        },
        Cancellation);

    /// <summary>Another program with the bot's token calls Telegram.</summary>
    private async Task CallAsync(string method, params (string Name, string Value)[] values)
    {
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        using var response = await http.PostAsync(new Uri($"{Talk.Sandbox.BaseUrl.ToString().TrimEnd('/')}/bot{Talk.Sandbox.Token}/{method}"), content, Cancellation);
        response.EnsureSuccessStatusCode();
    }

    /// <param name="body">What is posted.</param>
    /// <param name="secret">The secret, or null.</param>
    /// <param name="asksFirst">True to send the body only where it is wanted: a refusal may close the connection under it.</param>
    private async Task<HttpStatusCode> PostAsync(string body, string? secret, bool asksFirst = false)
    {
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(5) });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.Add(Header, secret);
        request.Headers.ExpectContinue = asksFirst;
        using var response = await http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static int FreePort()
    {
        foreach (var port in Enumerable.Range(0, LastPort - FirstPort).Select(i => FirstPort + ((Environment.ProcessId + i) % (LastPort - FirstPort))))
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // taken: the next one
            }
        }

        throw new InvalidOperationException("No port is free.");
    }
}
