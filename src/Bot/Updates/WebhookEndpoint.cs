using BotDigest.Bot.Sending;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BotDigest.Bot.Updates;

/// <summary><c>POST /telegram/webhook</c>: an update from Telegram, which alone knows the secret.</summary>
internal static class WebhookEndpoint
{
    /// <summary>The path.</summary>
    internal const string Path = "/telegram/webhook";

    /// <summary>The longest body that is read; an update is a few kilobytes.</summary>
    internal const int LongestBody = 1 << 20;

    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Takes an update; 200 says that it is handled and need not come again.</summary>
    internal static async Task<Results<Ok, NotFound, UnauthorizedHttpResult, BadRequest, StatusCodeHttpResult>> TakeAsync(HttpRequest request, WebhookReceiver receiver, CancellationToken cancellationToken)
    {
        if (!receiver.IsOn)
            return TypedResults.NotFound();
        if (!receiver.Knows(request.Headers[SecretHeader]))
            return TypedResults.Unauthorized();
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (await PostedUpdate.ReadAsync(body.GetBuffer().AsMemory(0, (int)body.Length), cancellationToken) is not { } update)
            return TypedResults.BadRequest();
        return await receiver.TakeAsync(update, cancellationToken) ? TypedResults.Ok() : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
