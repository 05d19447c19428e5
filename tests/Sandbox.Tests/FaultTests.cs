using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.BotApi.Faults;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class FaultTests : SandboxTest
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_cut_connection_leaves_it_open_whether_the_message_was_sent(bool applied, int messages)
    {
        Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Cut, Applied = applied, Method = "sendMessage", Times = 1 });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync("sendMessage", Text()));
        Assert.Equal(messages, World.MessagesOf(WorldSeed.Channel).Length);
        await OkAsync("sendMessage", Text());
    }

    [Fact]
    public async Task A_429_says_how_long_to_wait_and_sends_nothing()
    {
        Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.TooMany, RetryAfter = 7, Times = 1 });
        using var response = await PostAsync("sendMessage", Text());
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("7", response.Headers.RetryAfter!.ToString());
        Assert.Equal(
            """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}""",
            await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Empty(World.MessagesOf(WorldSeed.Channel));
    }

    [Fact]
    public async Task A_bad_gateway_answers_with_a_page()
    {
        Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.BadGateway, Skip = 1, Times = 1 });
        await OkAsync("sendMessage", Text());
        using var response = await PostAsync("sendMessage", Text());
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(2, World.MessagesOf(WorldSeed.Channel).Length);
    }

    [Fact]
    public async Task A_stalled_call_is_applied_and_never_answered()
    {
        Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Stall });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var call = PostAsync("sendMessage", Text(), patience.Token);
        await World.WaitUntilAsync(() => World.MessagesOf(WorldSeed.Channel).Length == 1, Cancelled);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await World.WaitUntilAsync(() => Sandbox.Services.Journal.InFlight.Length == 0, Cancelled);
    }

    [Fact]
    public async Task A_delay_shows_the_call_in_flight_after_it_was_applied()
    {
        Sandbox.Services.Faults.Add(new FaultRule { Kind = FaultKind.Delay, MinMs = 3_600_000, MaxMs = 3_600_000 });
        var call = OkAsync("sendMessage", Text());
        await World.WaitUntilAsync(() => World.MessagesOf(WorldSeed.Channel).Length == 1, Cancelled);
        var flying = JsonNode.Parse(await Http.GetStringAsync(new Uri("/sandbox/calls?method=sendMessage", UriKind.Relative), Cancelled))!;
        Assert.Equal(1, (int)flying["inFlight"]!);
        while (!call.IsCompleted)
        {
            Sandbox.Services.Clock.Advance(TimeSpan.FromHours(1));
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancelled));
        }

        Assert.Equal(1, (int)(await call)["message_id"]!);
    }

    [Fact]
    public void The_dice_are_seeded()
    {
        Assert.Equal(Rolls(3), Rolls(3));
        Assert.NotEqual(Rolls(3), Rolls(4));
        Assert.InRange(Rolls(3).Count(c => c == '1'), 60, 140);

        static string Rolls(int seed)
        {
            var faults = new FaultBook();
            faults.Seed(seed);
            faults.Add(new FaultRule { Kind = FaultKind.Cut, Probability = 0.5 });
            return string.Concat(Enumerable.Range(0, 200).Select(_ => faults.Strike("sendMessage", null) is null ? '0' : '1'));
        }
    }

    [Fact]
    public async Task Faults_are_ordered_over_HTTP_for_one_method_and_chat()
    {
        using var order = new StringContent(
            """{"seed":5,"rules":[{"kind":"error","code":400,"description":"Bad Request: failed to get HTTP URL content","applied":false,"method":"sendPhoto","chat":-1001000000001,"times":1}]}""", Encoding.UTF8, "application/json");
        using var ordered = await Http.PostAsync(new Uri("/sandbox/faults", UriKind.Relative), order, Cancelled);
        Assert.Equal("sendPhoto", (string)JsonNode.Parse(await ordered.Content.ReadAsStringAsync(Cancelled))![0]!["method"]!);

        await OkAsync("sendMessage", Text());
        Assert.Equal("400 Bad Request: failed to get HTTP URL content", await RefusedAsync("sendPhoto", new JsonObject { ["chat_id"] = "@ai_news_plus", ["photo"] = "https://example.com/a.jpg" }));
        Assert.Equal("[]", await Http.GetStringAsync(new Uri("/sandbox/faults", UriKind.Relative), Cancelled));

        using var wrong = new StringContent("""{"kind":"cut","times":1,"odds":3}""", Encoding.UTF8, "application/json");
        using var refused = await Http.PostAsync(new Uri("/sandbox/faults", UriKind.Relative), wrong, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("odds", await refused.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_sends_too_fast_is_told_to_wait_when_limits_are_on()
    {
        Sandbox.Services.Police.Limits = new BotApi.RateLimits(ChatPerMinute: 2, TimeScale: 1);
        await OkAsync("sendMessage", Text());
        await OkAsync("sendMessage", Text());
        var answer = await CallAsync("sendMessage", Text());
        Assert.InRange((int)answer["parameters"]!["retry_after"]!, 55, 60);
        Sandbox.Services.Clock.Advance(TimeSpan.FromMinutes(1));
        await OkAsync("sendMessage", Text());
    }

    private static JsonObject Text() => new() { ["chat_id"] = WorldSeed.Channel, ["text"] = "x" };
}
