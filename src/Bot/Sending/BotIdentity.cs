namespace BotDigest.Bot.Sending;

/// <summary>Who the bot is, as soon as somebody knows: the settings, an earlier run, or Telegram itself.</summary>
internal sealed class BotIdentity
{
    private readonly TaskCompletionSource<string> _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The bot's name without <c>@</c>; null while nobody knows it.</summary>
    public string? Username { get; private set; }

    /// <summary>The bot's user number; null until Telegram has told it.</summary>
    public long? Id { get; private set; }

    /// <summary>Waits until the name is known.</summary>
    public Task<string> WhenKnownAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);

    /// <summary>Waits until the first words with Telegram are said: what it asked to wait for is restored, and the bot, the channel and the editors' chat are known, or one of those chats is refused.</summary>
    public Task WhenGreetedAsync(CancellationToken cancellationToken) => _greeted.Task.WaitAsync(cancellationToken);

    /// <summary>Waits until Telegram refuses the token.</summary>
    public Task WhenRefusedAsync(CancellationToken cancellationToken) => _refused.Task.WaitAsync(cancellationToken);

    /// <summary>Takes note that Telegram no longer knows the token: nothing can be done without it.</summary>
    internal void Refuse() => _refused.TrySetResult();

    /// <summary>Takes note that all is known that can be known now.</summary>
    internal void Greeted() => _greeted.TrySetResult();

    /// <summary>Takes note of the name.</summary>
    internal void Learn(string username, long? id = null)
    {
        Username = username;
        Id = id ?? Id;
        _known.TrySetResult(username);
    }
}
