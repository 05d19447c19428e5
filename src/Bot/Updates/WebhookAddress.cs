using BotDigest.Bot.Sending;
using BotDigest.Bot.Storage;
using Microsoft.Extensions.Options;
using Telegram.Bot.Types;

namespace BotDigest.Bot.Updates;

/// <summary>The address that Telegram posts updates to: sets it, and takes it back once the service polls again. One that somebody else has set is left alone.</summary>
internal sealed partial class WebhookAddress(BotAccount account, MetaStore meta, RunMode mode, IOptions<UpdatesOptions> options, ILogger<WebhookAddress> log)
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
        if (mode.DryRun)
        {
            WouldPost(url);
            return null;
        }

        await meta.SetAsync(Key, url, cancellationToken);
        var result = await account.SetWebhookAsync(url, options.Value.SecretToken!, UpdateHandler.Wanted, cancellationToken);
        if (result.Fault is { } fault)
            return fault;
        Posted(url);
        return null;
    }

    /// <summary>Looks whether Telegram still posts here, and sets the address again where it is gone or is another one.</summary>
    /// <returns>Why nobody knows, or why it could not be set; or null.</returns>
    internal async Task<string?> KeepAsync(CancellationToken cancellationToken)
    {
        if (mode.DryRun)
            return null;
        var result = await account.GetWebhookAsync(cancellationToken);
        if (result is not CallResult<WebhookInfo>.Done { Value.Url: var url })
            return result.Fault;
        if (string.Equals(url, options.Value.WebhookUrl, StringComparison.Ordinal))
            return null;
        Gone(url.Length == 0 ? "nowhere" : url);
        return await SetAsync(cancellationToken);
    }

    /// <summary>Takes the address back, if this service has set it. Where that fails, polling says what stands in its way.</summary>
    /// <returns>True where it was taken back now.</returns>
    internal async Task<bool> LeaveAsync(CancellationToken cancellationToken)
    {
        if (mode.DryRun || await meta.FindAsync(Key, cancellationToken) is not { } ours)
            return false;
        if (await account.GetWebhookAsync(cancellationToken) is not CallResult<WebhookInfo>.Done { Value.Url: var url })
            return false;
        var isOurs = string.Equals(url, ours, StringComparison.Ordinal);
        if (isOurs)
        {
            if ((await account.DeleteWebhookAsync(cancellationToken)).Fault is { } fault)
            {
                NotRemoved(ours, fault);
                return false;
            }

            Removed(ours);
        }

        await meta.SetAsync(Key, null, cancellationToken);
        return isOurs;
    }

    [LoggerMessage(3060, LogLevel.Information, "Telegram posts updates to {Url}")]
    private partial void Posted(string url);

    [LoggerMessage(3061, LogLevel.Information, "Telegram no longer posts updates to {Url}; they are polled")]
    private partial void Removed(string url);

    [LoggerMessage(3062, LogLevel.Warning, "Telegram still posts updates to {Url}: {Reason}")]
    private partial void NotRemoved(string url, string reason);

    [LoggerMessage(3064, LogLevel.Warning, "Somebody has changed where Telegram posts updates, {Url} by now; setting the address again")]
    private partial void Gone(string url);

    [LoggerMessage(3065, LogLevel.Information, "Dry run: would have updates posted to {Url}")]
    private partial void WouldPost(string url);
}
