using BotDigest.Sandbox.World;

namespace BotDigest.Sandbox.BotApi;

/// <summary>The methods of the Bot API that the sandbox knows.</summary>
internal sealed class MethodTable(TelegramWorld world)
{
    private readonly Dictionary<string, Func<CallArguments, CancellationToken, ValueTask<ApiResult>>> _methods = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a method that is done at once, as one change of the world.</summary>
    public void Add(string name, Func<CallArguments, ApiResult> method) => _methods.Add(name, (arguments, _) =>
    {
        lock (world.Gate)
            return ValueTask.FromResult(method(arguments));
    });

    /// <summary>Adds a method that waits.</summary>
    public void Add(string name, Func<CallArguments, CancellationToken, ValueTask<ApiResult>> method) => _methods.Add(name, method);

    /// <summary>Calls a method.</summary>
    /// <exception cref="Refusal">There is none of that name, or it turns the call down.</exception>
    public ValueTask<ApiResult> CallAsync(string name, CallArguments arguments, CancellationToken cancellationToken) =>
        _methods.TryGetValue(name, out var method) ? method(arguments, cancellationToken) : throw new Refusal(404, "Not Found: method not found");
}
