namespace BotDigest.Bot.Tests;

/// <summary>Waits for something that happens on another thread.</summary>
internal static class Wait
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until a condition holds; fails the test when it does not in half a minute.</summary>
    internal static async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken) =>
        await UntilAsync(() => Task.FromResult(condition()), cancellationToken);

    /// <summary>Waits until a condition holds; fails the test when it does not in half a minute.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (!await condition())
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, patience.Token);
    }
}
