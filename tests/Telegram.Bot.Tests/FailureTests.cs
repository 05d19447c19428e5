using System.Net;
using System.Net.Sockets;
using Telegram.Bot.Exceptions;

namespace Telegram.Bot.Tests;

public class FailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refusal_carries_the_servers_code_words_and_advice()
    {
        using var answers = Answers.Of(
            HttpStatusCode.TooManyRequests,
            """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7,"migrate_to_chat_id":-100,"new":{}}}""");
        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => answers.Client().SendMessage(1, "a", cancellationToken: Token));
        Assert.Equal(429, refusal.ErrorCode);
        Assert.Equal("Too Many Requests: retry after 7", refusal.Message);
        Assert.Equal(7, refusal.Parameters!.RetryAfter);
        Assert.Equal(-100, refusal.Parameters.MigrateToChatId);
        Assert.Single(answers.Calls);
    }

    [Theory]
    [InlineData(502, "<html><body>502 Bad Gateway</body></html>")]
    [InlineData(200, "")]
    [InlineData(200, "[]")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"ok":true}""")]
    [InlineData(200, """{"ok":true,"result":"not a message"}""")]
    [InlineData(200, """{"ok":"yes","result":{}}""")]
    [InlineData(200, """{"ok":true,"result":{"message_id":1""")]
    public async Task An_answer_that_is_none_is_a_transport_fault_with_its_status(int status, string body)
    {
        using var answers = Answers.Of((HttpStatusCode)status, body);
        var fault = await Assert.ThrowsAsync<RequestException>(() => answers.Client().SendMessage(1, "a", cancellationToken: Token));
        Assert.Equal((HttpStatusCode)status, fault.HttpStatusCode);
        Assert.DoesNotContain("html", fault.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_refused_connection_can_be_told_from_an_unknown_outcome()
    {
        var client = new TelegramBotClient(new TelegramBotClientOptions(Answers.Token, $"http://127.0.0.1:{ClosedPort()}"));
        var fault = await Assert.ThrowsAsync<RequestException>(() => client.GetMe(Token));
        Assert.Equal(HttpRequestError.ConnectionError, Assert.IsType<HttpRequestException>(fault.InnerException).HttpRequestError);
        Assert.Null(fault.HttpStatusCode);
    }

    [Fact]
    public async Task A_time_out_is_a_transport_fault_and_a_cancellation_is_none()
    {
        using var answers = new Answers(async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            throw new InvalidOperationException();
        });
        var client = answers.Client();
        client.Timeout = TimeSpan.FromMilliseconds(20);
        var fault = await Assert.ThrowsAsync<RequestException>(() => client.GetMe(Token));
        Assert.IsAssignableFrom<OperationCanceledException>(fault.InnerException);

        using var cancelled = new CancellationTokenSource();
        var call = new TelegramBotClient(Answers.Token, new HttpClient(answers)).GetMe(cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task No_exception_repeats_the_token()
    {
        var leak = $"http://localhost:8081/bot{Answers.Token}/getMe";
        Answers[] servers =
        [
            Answers.Failing(new HttpRequestException(HttpRequestError.ResponseEnded, leak, new IOException(leak))),
            Answers.Failing(new TaskCanceledException(leak)),
            Answers.Failing(new IOException(leak)),
            Answers.Of(HttpStatusCode.BadGateway, $"<html>{leak}</html>"),
            Answers.Of(HttpStatusCode.OK, $$"""{"ok":true,"result":"{{leak}}"}"""),
            Answers.Of(HttpStatusCode.NotFound, $$"""{"ok":false,"error_code":404,"description":"Not Found: {{leak}}"}"""),
        ];
        foreach (var server in servers)
        {
            using (server)
            {
                var fault = await Assert.ThrowsAnyAsync<RequestException>(() => server.Client().GetMe(Token));
                Assert.DoesNotContain(Answers.Token, fault.ToString(), StringComparison.Ordinal);
                Assert.DoesNotContain(Answers.Token.Split(':')[1], fault.ToString(), StringComparison.Ordinal);
            }
        }

        using var reset = Answers.Failing(new HttpRequestException(HttpRequestError.ResponseEnded, leak));
        var kept = await Assert.ThrowsAsync<RequestException>(() => reset.Client().GetMe(Token));
        Assert.Equal(HttpRequestError.ResponseEnded, Assert.IsType<HttpRequestException>(kept.InnerException).HttpRequestError);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
