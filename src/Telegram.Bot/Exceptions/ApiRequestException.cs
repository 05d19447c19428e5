namespace Telegram.Bot.Exceptions;

/// <summary>The server's refusal of a call, with <see cref="Exception.Message"/> in its words.</summary>
public sealed class ApiRequestException : RequestException
{
    /// <summary>A refusal without a code.</summary>
    /// <param name="message">The server's description.</param>
    public ApiRequestException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">The server's description.</param>
    /// <param name="errorCode">The server's code.</param>
    public ApiRequestException(string message, int errorCode)
        : base(message)
    {
        ErrorCode = errorCode;
    }

    /// <summary>A refusal without a code.</summary>
    /// <param name="message">The server's description.</param>
    /// <param name="innerException">Its cause.</param>
    public ApiRequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">The server's description.</param>
    /// <param name="errorCode">The server's code.</param>
    /// <param name="innerException">Its cause.</param>
    public ApiRequestException(string message, int errorCode, Exception innerException)
        : base(message, innerException)
    {
        ErrorCode = errorCode;
    }

    /// <summary>A refusal that says what to do.</summary>
    /// <param name="message">The server's description.</param>
    /// <param name="errorCode">The server's code.</param>
    /// <param name="parameters">When to call again, or where the chat has gone.</param>
    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters)
        : base(message)
    {
        ErrorCode = errorCode;
        Parameters = parameters;
    }

    /// <summary>A refusal that says what to do.</summary>
    /// <param name="message">The server's description.</param>
    /// <param name="errorCode">The server's code.</param>
    /// <param name="parameters">When to call again, or where the chat has gone.</param>
    /// <param name="innerException">Its cause.</param>
    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters, Exception innerException)
        : base(message, innerException)
    {
        ErrorCode = errorCode;
        Parameters = parameters;
    }

    /// <summary>The server's code: 400, 401, 403, 404, 409, 413, 429, 500 …</summary>
    public int ErrorCode { get; }

    /// <summary>When to call again, or where the chat has gone; null when the server says neither.</summary>
    public ResponseParameters? Parameters { get; }
}
