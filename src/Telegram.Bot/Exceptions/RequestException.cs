namespace Telegram.Bot.Exceptions;

/// <summary>
/// A call without a readable answer: no connection, a time-out, an answer that is no Bot API answer.
/// What became of the call is unknown, unless <see cref="Exception.InnerException"/> is an <see cref="HttpRequestException"/>
/// whose <see cref="HttpRequestException.HttpRequestError"/> says that the connection was never made.
/// </summary>
public class RequestException : Exception
{
    /// <summary>A fault without a cause.</summary>
    /// <param name="message">What went wrong.</param>
    public RequestException(string message)
        : base(message)
    {
    }

    /// <summary>A fault of the transport.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The transport's own exception.</param>
    public RequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An answer that is no Bot API answer.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="httpStatusCode">The answer's status.</param>
    public RequestException(string message, HttpStatusCode httpStatusCode)
        : base(message)
    {
        HttpStatusCode = httpStatusCode;
    }

    /// <summary>An answer that could not be read.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="httpStatusCode">The answer's status.</param>
    /// <param name="innerException">The reader's exception.</param>
    public RequestException(string message, HttpStatusCode httpStatusCode, Exception? innerException)
        : base(message, innerException)
    {
        HttpStatusCode = httpStatusCode;
    }

    /// <summary>The status of the answer, or null when there was none.</summary>
    public HttpStatusCode? HttpStatusCode { get; }
}
