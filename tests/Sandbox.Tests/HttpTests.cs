using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.Tests;

public sealed class HttpTests : SandboxTest
{
    [Theory]
    [InlineData("/", 404, "Not Found")]
    [InlineData("/bot123:nobody/getMe", 401, "Unauthorized")]
    [InlineData("/bot0123:x/getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData("/botabc/getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData("/botabc:def/getMe", 421, "Misdirected Request: unallowed token specified")]
    [InlineData("/bot{token}/makeCoffee", 404, "Not Found: method not found")]
    [InlineData("/bot{token}", 404, "Not Found: method not found")]
    public async Task Wrong_addresses_are_told_apart(string path, int status, string description)
    {
        using var response = await Http.GetAsync(new Uri(path.Replace("{token}", Sandbox.Token, StringComparison.Ordinal), UriKind.Relative), Cancelled);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(description, (string)answer["description"]!);
    }

    [Theory]
    [InlineData("getMe")]
    [InlineData("GETME")]
    [InlineData("test/getMe")]
    [InlineData("?method=getMe")]
    public async Task The_method_is_found_however_it_is_written(string method)
    {
        var answer = await Http.GetFromJsonAsync<JsonNode>(new Uri($"/bot{Sandbox.Token}/{method}", UriKind.Relative), Cancelled);
        Assert.Equal(WorldSeed.BotId, (long)answer!["result"]!["id"]!);
        Assert.True((bool)answer["result"]!["supports_inline_queries"]!);
    }

    [Fact]
    public async Task Arguments_may_come_in_any_kind_of_body()
    {
        var address = new Uri($"/bot{Sandbox.Token}/sendMessage", UriKind.Relative);
        using var form = new FormUrlEncodedContent([new("chat_id", "@ai_news_plus"), new("text", "表单 &<>"), new("disable_notification", " YES ")]);
        using var parts = new MultipartFormDataContent { { new StringContent("@AI_NEWS_PLUS"), "chat_id" }, { new StringContent("分段"), "text" }, { new StringContent("1"), "disable_notification" } };
        using var json = new StringContent("""{"chat_id":-1001000000001,"text":"对象","disable_notification":true,"link_preview_options":"{\"is_disabled\":true}"}""", Encoding.UTF8, "application/json");
        foreach (var body in new HttpContent[] { form, parts, json })
            (await Http.PostAsync(address, body, Cancelled)).EnsureSuccessStatusCode().Dispose();
        using var query = await Http.GetAsync(new Uri($"{address}?chat_id=@ai_news_plus&text={Uri.EscapeDataString("查询")}", UriKind.Relative), Cancelled);

        var messages = World.MessagesOf(WorldSeed.Channel);
        Assert.Equal(["表单 &<>", "分段", "对象", "查询"], messages.Select(m => m.Body.Words.Text), StringComparer.Ordinal);
        Assert.Equal([true, true, true, false], messages.Select(m => m.IsSilent));
    }

    [Fact]
    public async Task A_broken_body_is_a_call_without_arguments()
    {
        using var body = new StringContent("""{"chat_id":"@ai_news_plus","text":"x",}""", Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri($"/bot{Sandbox.Token}/sendMessage", UriKind.Relative), body, Cancelled);
        Assert.Equal("Bad Request: message text is empty", (string)(await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["description"]!);
    }

    [Fact]
    public async Task An_upload_is_looked_at()
    {
        using var good = Upload("a.png", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]);
        using var sent = await Http.PostAsync(new Uri($"/bot{Sandbox.Token}/sendPhoto", UriKind.Relative), good, Cancelled);
        Assert.Equal("c", (string)(await sent.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["result"]!["caption"]!);
        using var bad = Upload("a.png", "<html>"u8.ToArray());
        using var refused = await Http.PostAsync(new Uri($"/bot{Sandbox.Token}/sendPhoto", UriKind.Relative), bad, Cancelled);
        Assert.Equal("Bad Request: IMAGE_PROCESS_FAILED", (string)(await refused.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["description"]!);
    }

    [Fact]
    public async Task Too_much_is_refused()
    {
        using var body = new StringContent(new JsonObject { ["text"] = new string('x', 1 << 20) }.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri($"/bot{Sandbox.Token}/sendMessage", UriKind.Relative), body, Cancelled);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task The_journal_and_the_world_can_be_read_from_outside()
    {
        await SendAsync("<b>a</b>", new JsonObject { ["reply_markup"] = """{"inline_keyboard":[[{"text":"t","url":"a.com"}]]}""" });
        var gone = await SendAsync("b");
        await OkAsync("deleteMessage", new JsonObject { ["chat_id"] = ChannelId, ["message_id"] = gone });

        var calls = (await Http.GetFromJsonAsync<JsonNode>(new Uri("/sandbox/calls", UriKind.Relative), Cancelled))!;
        Assert.Equal(["sendMessage", "sendMessage", "deleteMessage"], calls["calls"]!.AsArray().Select(c => (string)c!["method"]!), StringComparer.Ordinal);
        Assert.Equal(200, (int)calls["calls"]![0]!["status"]!);
        Assert.DoesNotContain("SANDBOX-token", calls.ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await Http.GetFromJsonAsync<JsonNode>(new Uri("/sandbox/calls?after=2", UriKind.Relative), Cancelled))!["calls"]!.AsArray());

        var chat = (await Http.GetFromJsonAsync<JsonNode>(new Uri($"/sandbox/world?chat={ChannelId}", UriKind.Relative), Cancelled))!;
        Assert.Equal("<b>a</b>", (string)chat["messages"]![0]!["html"]!);
        Assert.Equal("http://a.com/", (string)chat["messages"]![0]!["reply_markup"]!["inline_keyboard"]![0]![0]!["url"]!);
        Assert.Equal([gone], chat["deleted"]!.AsArray().Select(d => (int)d!));
    }

    [Fact]
    public async Task People_act_from_outside()
    {
        await ActAsync("""{"action":"send","user":2000001,"text":"/start"}""", HttpStatusCode.OK);
        await ActAsync("""{"action":"block","user":2000001}""", HttpStatusCode.OK);
        Assert.Contains("blocked", await ActAsync("""{"action":"send","user":2000001,"text":"/start"}""", HttpStatusCode.BadRequest), StringComparison.Ordinal);
        await ActAsync("""{"action":"post","user":1000002,"chat":-1001000000001,"text":"by hand"}""", HttpStatusCode.OK);
        await ActAsync("""{"action":"promote","user":1000001,"chat":-1001000000001,"rights":["PostMessages"]}""", HttpStatusCode.OK);
        Assert.Equal(Rights.PostMessages, World.FindChat(WorldSeed.Channel)!.MemberOf(WorldSeed.BotId).Rights);
        await ActAsync("""{"action":"fly","user":1000002}""", HttpStatusCode.BadRequest);
        await ActAsync("""{""", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_clock_is_put_forward_from_outside()
    {
        var before = Sandbox.Services.Clock.GetUtcNow();
        using var body = new StringContent("""{"advance":"2.01:00:00"}""", Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri("/sandbox/clock", UriKind.Relative), body, Cancelled);
        var now = DateTimeOffset.Parse((string)(await response.Content.ReadFromJsonAsync<JsonNode>(Cancelled))!["now"]!, CultureInfo.InvariantCulture);
        Assert.InRange(now - before, TimeSpan.FromHours(49), TimeSpan.FromHours(50));
    }

    private async Task<string> ActAsync(string json, HttpStatusCode expected)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri("/sandbox/user", UriKind.Relative), body, Cancelled);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancelled);
    }

    private static MultipartFormDataContent Upload(string name, byte[] content) =>
        new() { { new StringContent("@ai_news_plus"), "chat_id" }, { new StringContent("c"), "caption" }, { new StringContent("attach://file"), "photo" }, { new ByteArrayContent(content), "file", name } };
}
