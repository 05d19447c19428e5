using System.Net;
using Telegram.Bot.Exceptions;

namespace Telegram.Bot.Tests;

/// <summary>On real sockets: a send whose outcome is unknown must not be made again by anyone but the caller.</summary>
public class ConnectionTests
{
    private const string Message = """{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_hangs_up_after_the_request_leaves_the_outcome_unknown()
    {
        await using var server = new RawServer(null, RawServer.Ok(Message));
        var fault = await Assert.ThrowsAsync<RequestException>(() => server.Client().SendMessage(1, "a", cancellationToken: Token));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpRequestException>(fault.InnerException).HttpRequestError);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_hang_up_on_a_kept_connection_is_no_reason_to_send_again()
    {
        await using var server = new RawServer(RawServer.Ok(Message), null, RawServer.Ok(Message));
        var client = server.Client();
        await client.SendMessage(1, "a", cancellationToken: Token);
        var fault = await Assert.ThrowsAsync<RequestException>(() => client.SendMessage(1, "b", cancellationToken: Token));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpRequestException>(fault.InnerException).HttpRequestError);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task An_answer_cut_short_leaves_the_outcome_unknown()
    {
        await using var server = new RawServer(RawServer.Ok(Message)[..^20]);
        var fault = await Assert.ThrowsAsync<RequestException>(() => server.Client().SendMessage(1, "a", cancellationToken: Token));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpRequestException>(fault.InnerException).HttpRequestError);
        Assert.Null(fault.HttpStatusCode);
    }

    [Fact]
    public async Task An_error_page_of_a_proxy_is_told_by_its_status()
    {
        await using var server = new RawServer("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>");
        var fault = await Assert.ThrowsAsync<RequestException>(() => server.Client().SendMessage(1, "a", cancellationToken: Token));
        Assert.Equal(HttpStatusCode.BadGateway, fault.HttpStatusCode);
    }
}
