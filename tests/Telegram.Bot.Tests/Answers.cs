using System.Net;
using System.Text;

namespace Telegram.Bot.Tests;

/// <summary>A transport that keeps what was sent and answers as told.</summary>
internal sealed class Answers(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public const string Token = "123456789:AAExampleSecretOfThirtyFiveLetters_";

    public List<Call> Calls { get; } = [];

    public static Answers Ok(string result) => Of(HttpStatusCode.OK, $$"""{"ok":true,"result":{{result}}}""");

    public static Answers Of(HttpStatusCode status, string body) => new((_, _) => Task.FromResult(Response(status, body)));

    public static Answers InTurn(params (HttpStatusCode Status, string Body)[] answers)
    {
        var left = new Queue<(HttpStatusCode Status, string Body)>(answers);
        return new((_, _) =>
        {
            var (status, body) = left.Dequeue();
            return Task.FromResult(Response(status, body));
        });
    }

    public static Answers Failing(Exception fault) => new((_, _) => Task.FromException<HttpResponseMessage>(fault));

    public static HttpResponseMessage Response(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public TelegramBotClient Client(TimeProvider? timeProvider = null, int retryThreshold = 0) =>
        new(new TelegramBotClientOptions(Token, "http://localhost:8081") { RetryThreshold = retryThreshold }, new HttpClient(this), timeProvider ?? TimeProvider.System, default);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        Calls.Add(new(request.Method, request.RequestUri!, request.Content?.Headers.ContentType?.ToString() ?? "", body));
        return await answer(request, cancellationToken);
    }
}
