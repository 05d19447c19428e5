using System.Globalization;

namespace Telegram.Bot;

/// <summary>Which bot calls which server, and whether the client repeats calls by itself.</summary>
public sealed class TelegramBotClientOptions
{
    private const string TelegramServer = "https://api.telegram.org";

    /// <summary>Checks the token and the address.</summary>
    /// <param name="token">The bot's token, <c>id:secret</c>.</param>
    /// <param name="baseUrl">Another Bot API server; only its scheme, host and port count. Null for Telegram's own.</param>
    /// <param name="useTestEnvironment">True for Telegram's test environment.</param>
    /// <exception cref="ArgumentException">The token or the address is malformed; the message repeats neither.</exception>
    public TelegramBotClientOptions(string token, string? baseUrl = null, bool useTestEnvironment = false)
    {
        ArgumentNullException.ThrowIfNull(token);
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var botId))
            throw new ArgumentException("The bot token must look like 123456:secret.", nameof(token));
        if (token.AsSpan().ContainsAnyExcept(TokenCharacters))
            throw new ArgumentException("The bot token may hold letters, digits, '_', '-' and one ':' only.", nameof(token));

        Token = token;
        BotId = botId;
        BaseUrl = baseUrl;
        UseTestEnvironment = useTestEnvironment;
        LocalBotServer = baseUrl is not null;
        BaseRequestUrl = $"{Origin(baseUrl)}/bot{token}{(useTestEnvironment ? "/test" : "")}";
    }

    /// <summary>The bot's token: a secret.</summary>
    public string Token { get; }

    /// <summary>The server's address as it was given, or null for Telegram's own.</summary>
    public string? BaseUrl { get; }

    /// <summary>True for Telegram's test environment.</summary>
    public bool UseTestEnvironment { get; }

    /// <summary>The bot's user id.</summary>
    public long BotId { get; }

    /// <summary>True where a server other than Telegram's own was given.</summary>
    public bool LocalBotServer { get; }

    /// <summary>The address that method names are appended to; holds the token.</summary>
    public string BaseRequestUrl { get; }

    /// <summary>The longest <c>retry_after</c>, in seconds, that the client waits out by itself; 0 leaves every 429 to the caller.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>How often the client makes a call at most, the first time included.</summary>
    public int RetryCount { get; set; } = 3;

    private static System.Buffers.SearchValues<char> TokenCharacters { get; } =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-:");

    private static string Origin(string? baseUrl)
    {
        if (baseUrl is null)
            return TelegramServer;
        if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw new ArgumentException("The address of the Bot API server must look like http://localhost:8081.", nameof(baseUrl));
        return $"{address.Scheme}://{address.Authority}";
    }
}
