namespace Telegram.Bot;

public static partial class TelegramBotClientExtensions
{
    /// <summary>Waits for updates and confirms the ones before the offset.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="offset">The first update that is wanted: one more than the last one received.</param>
    /// <param name="limit">How many at most, 1 to 100.</param>
    /// <param name="timeout">Seconds to wait for one, 0 to 50.</param>
    /// <param name="allowedUpdates">The kinds that are wanted; null for those of the last call, none for the default.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<Update[]> GetUpdates(
        this ITelegramBotClient botClient,
        int? offset = null,
        int? limit = null,
        int? timeout = null,
        IEnumerable<UpdateType>? allowedUpdates = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetUpdatesRequest { Offset = offset, Limit = limit, Timeout = timeout, AllowedUpdates = allowedUpdates }, cancellationToken);

    /// <summary>Has updates posted to an address.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="url">An https address.</param>
    /// <param name="certificate">The server's certificate, where it is self-signed.</param>
    /// <param name="ipAddress">The address to use instead of asking the DNS.</param>
    /// <param name="maxConnections">How many connections are opened at most, 1 to 100.</param>
    /// <param name="allowedUpdates">The kinds that are wanted; null for those of the last call, none for the default.</param>
    /// <param name="dropPendingUpdates">True to forget the updates that wait.</param>
    /// <param name="secretToken">What every request carries in its header, 1 to 256 of <c>A-Za-z0-9_-</c>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task SetWebhook(
        this ITelegramBotClient botClient,
        string url,
        InputFileStream? certificate = null,
        string? ipAddress = null,
        int? maxConnections = null,
        IEnumerable<UpdateType>? allowedUpdates = null,
        bool dropPendingUpdates = false,
        string? secretToken = null,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetWebhookRequest
            {
                Url = url,
                Certificate = certificate,
                IpAddress = ipAddress,
                MaxConnections = maxConnections,
                AllowedUpdates = allowedUpdates,
                DropPendingUpdates = dropPendingUpdates,
                SecretToken = secretToken,
            },
            cancellationToken);

    /// <summary>Goes back to polling.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="dropPendingUpdates">True to forget the updates that wait.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task DeleteWebhook(
        this ITelegramBotClient botClient,
        bool dropPendingUpdates = false,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteWebhookRequest { DropPendingUpdates = dropPendingUpdates }, cancellationToken);

    /// <summary>Tells how updates are delivered.</summary>
    /// <param name="botClient">The client.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static Task<WebhookInfo> GetWebhookInfo(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetWebhookInfoRequest(), cancellationToken);
}
