using System.Collections.Concurrent;

namespace Telegram.Bot;

/// <summary>A client of the Bot API over HTTP. Safe for use by several threads at once.</summary>
public sealed class TelegramBotClient : ITelegramBotClient
{
    private readonly TelegramBotClientOptions _options;
    private readonly HttpClient _httpClient;
    private readonly TimeProvider _timeProvider;
    private readonly Secret _secret;
    private readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    /// <summary>A client with the given options.</summary>
    /// <param name="options">The token, the server and the retries.</param>
    /// <param name="httpClient">The transport; it stays the caller's to dispose of. Null for a plain one.</param>
    /// <param name="cancellationToken">Cancels every call of this client.</param>
    public TelegramBotClient(TelegramBotClientOptions options, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(options, httpClient, TimeProvider.System, cancellationToken)
    {
    }

    /// <summary>A client of Telegram's own server.</summary>
    /// <param name="token">The bot's token.</param>
    /// <param name="httpClient">The transport; it stays the caller's to dispose of. Null for a plain one.</param>
    /// <param name="cancellationToken">Cancels every call of this client.</param>
    public TelegramBotClient(string token, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken)
    {
    }

    internal TelegramBotClient(TelegramBotClientOptions options, HttpClient? httpClient, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _httpClient = httpClient ?? new HttpClient();
        _timeProvider = timeProvider;
        _secret = new Secret(options.Token);
        GlobalCancelToken = cancellationToken;
    }

    /// <inheritdoc/>
    public long BotId => _options.BotId;

    /// <inheritdoc/>
    public bool LocalBotServer => _options.LocalBotServer;

    /// <inheritdoc/>
    public TimeSpan Timeout
    {
        get => _httpClient.Timeout;
        set => _httpClient.Timeout = value;
    }

    /// <summary>Cancels every call of this client.</summary>
    public CancellationToken GlobalCancelToken { get; }

    /// <inheritdoc/>
    public async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var both = GlobalCancelToken.CanBeCanceled && cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken)
            : null;
        var token = both?.Token ?? (cancellationToken.CanBeCanceled ? cancellationToken : GlobalCancelToken);

        using var content = request.ToHttpContent();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendOnce(request, content, token).ConfigureAwait(false);
            }
            catch (ApiRequestException refusal) when (attempt < _options.RetryCount && IsWorthWaiting(refusal))
            {
                await Task.Delay(TimeSpan.FromSeconds(refusal.Parameters!.RetryAfter!.Value), _timeProvider, token).ConfigureAwait(false);
            }
        }
    }

    private bool IsWorthWaiting(ApiRequestException refusal) =>
        refusal.ErrorCode == (int)HttpStatusCode.TooManyRequests && refusal.Parameters?.RetryAfter <= _options.RetryThreshold;

    private async Task<TResponse> SendOnce<TResponse>(IRequest<TResponse> request, HttpContent? content, CancellationToken cancellationToken)
    {
        // Not disposed of: that would dispose of the content, which another attempt may need.
        var message = new HttpRequestMessage(request.HttpMethod, Address(request.MethodName)) { Content = content };
        HttpStatusCode status;
        byte[] body;
        try
        {
            using var response = await _httpClient.SendAsync(message, cancellationToken).ConfigureAwait(false);
            status = response.StatusCode;
            body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestException("The Bot API server did not answer in time.", _secret.Hide(fault));
        }
        catch (HttpRequestException fault)
        {
            throw new RequestException($"The connection to the Bot API server failed: {fault.HttpRequestError}.", _secret.Hide(fault));
        }
        catch (IOException fault)
        {
            throw new RequestException("The connection to the Bot API server failed.", _secret.Hide(fault));
        }

        var answer = ApiAnswer<TResponse>.Read(body, status);
        return answer.Ok == true
            ? answer.Result!
            : throw new ApiRequestException(_secret.Hide(answer.Description ?? ""), answer.ErrorCode ?? (int)status, answer.Parameters);
    }

    private Uri Address(string methodName) =>
        _addresses.GetOrAdd(methodName, static (name, options) => new Uri($"{options.BaseRequestUrl}/{name}"), _options);
}
