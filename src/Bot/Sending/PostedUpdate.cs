using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Sending;

/// <summary>Reads an update that Telegram has posted, with the client's own reading of updates: the body is handed to it as the answer to a call.</summary>
internal static class PostedUpdate
{
    private static readonly TelegramBotClientOptions Nobody = new("1:posted", "http://posted.invalid") { RetryThreshold = 0, RetryCount = 1 };

    /// <summary>The update, or null where the body is none.</summary>
    /// <param name="body">The body of the request.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static async Task<Update?> ReadAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (!IsUpdate(body))
            return null;
        using var http = new HttpClient(new Mirror(body));
        try
        {
            return await new TelegramBotClient(Nobody, http).GetUpdates(cancellationToken: cancellationToken) is [var update] ? update : null;
        }
        catch (RequestException)
        {
            return null;
        }
    }

    private static bool IsUpdate(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("update_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Answers every call with one update.</summary>
    private sealed class Mirror(ReadOnlyMemory<byte> update) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = [.. "{\"ok\":true,\"result\":["u8, .. update.Span, .. "]}"u8];
            var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
        }
    }
}
