using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Updates;

/// <summary>The address that Telegram posts updates to: sets it, and takes it back once the service polls again. One that somebody else has set is left alone.</summary>
internal sealed partial class WebhookAddress(Sender sender, MetaStore meta, IOptions<UpdatesOptions> options, ILogger<WebhookAddress> log)
{
    // the address that this service has set last, so that polling takes back no other one
    private const string Key = "webhook";

    /// <summary>True where updates are to be posted.</summary>
    internal bool IsWanted => options.Value.Mode == UpdatesMode.Webhook;

    /// <summary>Sets the address.</summary>
    /// <returns>Why it could not be set, or null.</returns>
    internal async Task<string?> SetAsync(CancellationToken cancellationToken)
    {
        var url = options.Value.WebhookUrl!;
        await meta.SetAsync(Key, url, cancellationToken);
        var result = await sender.SetWebhookAsync(url, options.Value.SecretToken!, UpdateHandler.Wanted, cancellationToken);
        if (Fault(result) is { } fault)
            return fault;
        Posted(url);
        return null;
    }

    /// <summary>Takes the address back, if this service has set it. Where that fails, polling says what stands in its way.</summary>
    internal async Task LeaveAsync(CancellationToken cancellationToken)
    {
        if (await meta.FindAsync(Key, cancellationToken) is not { } ours)
            return;
        if (await sender.GetWebhookAsync(cancellationToken) is not CallResult<WebhookInfo>.Done { Value.Url: var url })
            return;
        if (string.Equals(url, ours, StringComparison.Ordinal))
        {
            if (Fault(await sender.DeleteWebhookAsync(cancellationToken)) is { } fault)
            {
                NotRemoved(ours, fault);
                return;
            }

            Removed(ours);
        }

        await meta.SetAsync(Key, null, cancellationToken);
    }

    private static string? Fault(CallResult<bool> result) => result switch
    {
        CallResult<bool>.Done => null,
        CallResult<bool>.Refused { Refusal: var refusal } => refusal.ToString(),
        CallResult<bool>.NotDone { Reason: var reason } => reason,
        CallResult<bool>.Doubtful { Reason: var reason } => reason,
        _ => throw new InvalidOperationException($"Unexpected {result}."),
    };

    [LoggerMessage(3060, LogLevel.Information, "Telegram posts updates to {Url}")]
    private partial void Posted(string url);

    [LoggerMessage(3061, LogLevel.Information, "Telegram no longer posts updates to {Url}; they are polled")]
    private partial void Removed(string url);

    [LoggerMessage(3062, LogLevel.Warning, "Telegram still posts updates to {Url}: {Reason}")]
    private partial void NotRemoved(string url, string reason);
}
