namespace Telegram.Bot;

/// <summary>Calls the methods of a Bot API server; the methods themselves are extensions of it.</summary>
public interface ITelegramBotClient
{
    /// <summary>The bot's user id, read from its token.</summary>
    long BotId { get; }

    /// <summary>True where the calls go to a server other than Telegram's own.</summary>
    bool LocalBotServer { get; }

    /// <summary>How long one call may take, long polling included.</summary>
    TimeSpan Timeout { get; set; }

    /// <summary>Makes one call and returns its result.</summary>
    /// <typeparam name="TResponse">What the method answers.</typeparam>
    /// <param name="request">The method and its parameters.</param>
    /// <param name="cancellationToken">Gives up waiting; the server may carry the call out all the same.</param>
    /// <exception cref="ApiRequestException">The server refused the call.</exception>
    /// <exception cref="RequestException">No answer, or none that could be read: what became of the call is unknown unless the connection was never made.</exception>
    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);
}
