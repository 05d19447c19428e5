namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A method of the Bot API with its parameters.</summary>
public interface IRequest
{
    /// <summary>The HTTP method of the call.</summary>
    HttpMethod HttpMethod { get; }

    /// <summary>The name of the method, <c>sendMessage</c>.</summary>
    string MethodName { get; }

    /// <summary>The parameters as the body of the call: JSON in UTF-8, or a form where a file goes with it.</summary>
    HttpContent? ToHttpContent();
}

/// <summary>A method of the Bot API with its parameters and the type of its answer.</summary>
/// <typeparam name="TResponse">What the method answers.</typeparam>
public interface IRequest<TResponse> : IRequest;
