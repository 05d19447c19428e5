using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotDigest.Sandbox.Tests;

public sealed class WebhookTests : SandboxTest
{
    [Theory]
    [InlineData("http://example.com/x", "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("https://example.com:9000/x", "400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [InlineData("https://10.0.0.1/x", "400 Bad Request: bad webhook: IP address 10.0.0.1 is reserved")]
    [InlineData("https://", "400 Bad Request: invalid webhook URL specified")]
    public async Task Only_this_machine_is_posted_to(string url, string fault) =>
        Assert.Equal(fault, await RefusedAsync("setWebhook", new JsonObject { ["url"] = url }));

    [Fact]
    public async Task Updates_are_posted_with_the_secret_and_replies_are_carried_out()
    {
        await using var receiver = await Receiver.StartAsync(Cancelled);
        receiver.Answer = update => update["message"] is { } message
            ? (200, new JsonObject { ["method"] = "sendMessage", ["chat_id"] = (long)message["chat"]!["id"]!, ["text"] = "reply" }.ToJsonString())
            : (200, "");
        Assert.Equal("Webhook was set", await DescriptionAsync("setWebhook", new JsonObject { ["url"] = receiver.Url, ["secret_token"] = "s-3_cret" }));
        Users.Send(WorldSeed.ChineseReader, "/start");

        await World.WaitUntilAsync(() => World.MessagesOf(WorldSeed.ChineseReader).Any(m => m.Body.Words.Text == "reply"), Cancelled);
        Assert.Equal("s-3_cret", receiver.Secrets.Single());
        Assert.Equal(0, (int)(await OkAsync("getWebhookInfo"))["pending_update_count"]!);
        Assert.StartsWith("409 Conflict: can't use getUpdates method while webhook is active", await RefusedAsync("getUpdates", []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_delivery_is_repeated_in_order()
    {
        await using var receiver = await Receiver.StartAsync(Cancelled);
        receiver.Answer = _ => receiver.Texts.Count <= 2 ? (500, "") : (200, "");
        await OkAsync("setWebhook", new JsonObject { ["url"] = receiver.Url });
        Users.Send(WorldSeed.ChineseReader, "first");
        Users.Send(WorldSeed.ChineseReader, "second");

        await receiver.GotAsync(2, Cancelled);
        var info = await OkAsync("getWebhookInfo");
        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", (string)info["last_error_message"]!);
        Assert.Equal(2, (int)info["pending_update_count"]!);
        while (receiver.Texts.Count < 4)
        {
            Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.WhenAny(receiver.GotAsync(4, Cancelled), Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancelled));
        }

        Assert.Equal(["first", "first", "first", "second"], receiver.Texts, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_webhook_is_set_deleted_and_described()
    {
        await using var receiver = await Receiver.StartAsync(Cancelled);
        Assert.Equal("", (string)(await OkAsync("getWebhookInfo"))["url"]!);
        await OkAsync("setWebhook", new JsonObject { ["url"] = receiver.Url });
        using (var hasty = await PostAsync("setWebhook", new JsonObject { ["url"] = receiver.Url }))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, hasty.StatusCode);
            Assert.Equal("1", hasty.Headers.RetryAfter!.ToString());
        }

        Sandbox.Services.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Webhook is already set", await DescriptionAsync("setWebhook", new JsonObject { ["url"] = receiver.Url }));
        Assert.Equal(receiver.Url, (string)(await OkAsync("getWebhookInfo"))["url"]!);
        Assert.Equal("Webhook was deleted", await DescriptionAsync("deleteWebhook", []));
        Assert.Equal("Webhook is already deleted", await DescriptionAsync("deleteWebhook", []));
    }

    private async Task<string> DescriptionAsync(string method, JsonObject arguments) => (string)(await CallAsync(method, arguments))["description"]!;

    /// <summary>A web program that takes updates.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly SemaphoreSlim _arrivals = new(0);

        private Receiver(WebApplication app) => _app = app;

        public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";

        public Func<JsonNode, (int Status, string Body)> Answer { get; set; } = _ => (200, "");

        public ConcurrentQueue<string> Secrets { get; } = [];

        public ConcurrentQueue<string> Texts { get; } = [];

        public static async Task<Receiver> StartAsync(CancellationToken cancellationToken)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            var receiver = new Receiver(app);
            app.Run(receiver.TakeAsync);
            await app.StartAsync(cancellationToken);
            return receiver;
        }

        public async Task GotAsync(int count, CancellationToken cancellationToken)
        {
            while (Texts.Count < count)
                await _arrivals.WaitAsync(cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await _app.DisposeAsync();
            _arrivals.Dispose();
        }

        private async Task TakeAsync(HttpContext context)
        {
            var update = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
            if (context.Request.Headers.TryGetValue("X-Telegram-Bot-Api-Secret-Token", out var secret))
                Secrets.Enqueue(secret.ToString());
            Texts.Enqueue((string?)update["message"]?["text"] ?? "");
            _arrivals.Release();
            var (status, body) = Answer(update);
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(body, context.RequestAborted);
        }
    }
}
