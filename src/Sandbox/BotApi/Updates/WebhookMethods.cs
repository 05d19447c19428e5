using System.Net;
using System.Text.Json.Nodes;
using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi.Updates;

/// <summary>
/// setWebhook, deleteWebhook, getWebhookInfo (TELEGRAM 2.1). Unlike Telegram the sandbox posts to plain HTTP on 127.0.0.1, and to nothing else:
/// any other address gets the answer that Telegram gives to one it cannot use.
/// </summary>
internal sealed class WebhookMethods(TelegramWorld world, Webhook webhook, UpdateQueue queue, PollingMethods polling)
{
    private static readonly int[] Ports = [80, 88, 443, 8443];
    private static readonly TimeSpan SetPause = TimeSpan.FromSeconds(1);
    private DateTimeOffset _nextSet;

    /// <summary>Adds the methods.</summary>
    public void AddTo(MethodTable table)
    {
        table.Add("setWebhook", a => a.Has("url") ? Set(a) : Delete(a));
        table.Add("deleteWebhook", Delete);
        table.Add("getWebhookInfo", _ => Info());
    }

    private ApiResult Set(CallArguments arguments)
    {
        var now = world.Clock.GetUtcNow();
        if (now < _nextSet)
            throw Refusal.TooMany(1);
        _nextSet = now + SetPause;
        var url = Address(arguments["url"]);
        var secret = arguments["secret_token"];
        if (secret.Length > 256)
            throw Refusal.Bad("secret token is too long");
        if (!secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            throw Refusal.Bad("secret token contains unallowed characters");
        var connections = arguments.Integer("max_connections", 40, 1, 100);
        if (UpdateKinds.Read(arguments) is { } kinds)
            queue.Allowed = kinds;
        if (arguments.Flag("drop_pending_updates"))
            queue.KeepLast(0);
        else if (webhook.Url == url && webhook.Secret == secret && webhook.MaxConnections == connections)
            return new ApiResult(JsonValue.Create(true), "Webhook is already set");
        polling.Interrupt("Conflict: terminated by setWebhook request");
        webhook.Set(url, secret, connections);
        return new ApiResult(JsonValue.Create(true), "Webhook was set");
    }

    private ApiResult Delete(CallArguments arguments)
    {
        if (arguments.Flag("drop_pending_updates"))
            queue.KeepLast(0);
        if (webhook.Url is null)
            return new ApiResult(JsonValue.Create(true), "Webhook is already deleted");
        webhook.Set(null, "", 40);
        return new ApiResult(JsonValue.Create(true), "Webhook was deleted");
    }

    private static Uri Address(string text)
    {
        var full = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        if (!Uri.TryCreate(full, UriKind.Absolute, out var url) || url.Host.Length == 0)
            throw Refusal.Bad("invalid webhook URL specified");
        var ip = IPAddress.TryParse(url.Host, out var parsed) ? parsed : null;
        if (url.Scheme == Uri.UriSchemeHttp && IPAddress.Loopback.Equals(ip))
            return url;
        if (url.Scheme != Uri.UriSchemeHttps)
            throw Refusal.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        if (!Ports.Contains(url.Port))
            throw Refusal.Bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        throw Refusal.Bad(ip is not null ? $"bad webhook: IP address {ip} is reserved" : "bad webhook: Failed to resolve host: Name or service not known");
    }

    private JsonObject Info()
    {
        var info = new JsonObject
        {
            ["url"] = webhook.Url?.ToString() ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = queue.Waiting.Count,
        };
        if (webhook.LastErrorAt is { } at)
        {
            info["last_error_date"] = at.ToUnixTimeSeconds();
            info["last_error_message"] = webhook.LastError;
        }

        if (webhook.Url is not null)
        {
            info["max_connections"] = webhook.MaxConnections;
            info["ip_address"] = webhook.Url.Host;
        }

        if (!queue.Allowed.SetEquals(UpdateKinds.Default))
            info["allowed_updates"] = new JsonArray([.. queue.Allowed.Order(StringComparer.Ordinal).Select(k => (JsonNode)JsonValue.Create(k))]);
        return info;
    }
}
