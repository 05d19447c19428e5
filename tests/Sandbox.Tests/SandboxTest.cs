using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

/// <summary>A test with a sandbox of its own, spoken to over HTTP as any bot would.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private HttpClient? _http;
    private RunningSandbox? _sandbox;

    internal RunningSandbox Sandbox => _sandbox!;

    internal TelegramWorld World => Sandbox.World;

    internal UserActions Users => Sandbox.Users;

    protected HttpClient Http => _http!;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected static string ChannelId => WorldSeed.Channel.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        _sandbox = await RunningSandbox.StartAsync(clock: null, StartAt, Cancelled);
        _http = new HttpClient { BaseAddress = _sandbox.BaseUrl };
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual DateTimeOffset? StartAt => null;

    /// <summary>Calls a method with a JSON body and gives the whole envelope.</summary>
    protected async Task<JsonNode> CallAsync(string method, JsonObject? arguments = null)
    {
        using var response = await PostAsync(method, arguments ?? []);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
    }

    /// <summary>Calls a method that must go well and gives its result.</summary>
    protected async Task<JsonNode> OkAsync(string method, JsonObject? arguments = null)
    {
        var answer = await CallAsync(method, arguments);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer["result"]!;
    }

    /// <summary>Calls a method that must be refused and gives "code description".</summary>
    protected async Task<string> RefusedAsync(string method, JsonObject arguments)
    {
        using var response = await PostAsync(method, arguments);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
        Assert.False((bool)answer["ok"]!, answer.ToJsonString());
        Assert.Equal((int)response.StatusCode, (int)answer["error_code"]!);
        return $"{answer["error_code"]} {answer["description"]}";
    }

    protected Task<HttpResponseMessage> PostAsync(string method, JsonObject arguments, CancellationToken? cancellationToken = null)
    {
        var body = new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json");
        return Http.PostAsync(new Uri($"/bot{Sandbox.Token}/{method}", UriKind.Relative), body, cancellationToken ?? Cancelled);
    }

    /// <summary>Sends a text to the channel and gives the message's number.</summary>
    protected async Task<int> SendAsync(string text, JsonObject? more = null)
    {
        var arguments = new JsonObject { ["chat_id"] = "@ai_news_plus", ["text"] = text, ["parse_mode"] = "HTML" };
        foreach (var (name, value) in more ?? [])
            arguments[name] = value?.DeepClone();
        return (int)(await OkAsync("sendMessage", arguments))["message_id"]!;
    }
}
